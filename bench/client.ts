import { Agent, request } from 'node:http';

/** What one visitor asks for. */
export interface Ask {
  method?: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** The status of the answer that is meant; any other stops the bench. */
  status?: number;
}

export interface Answer {
  status: number;
  headers: string[];
  /** As it came over the wire. */
  body: Buffer;
}

/** Keeps its connections open, as browsers do; `lanes` of them at most. */
export class HttpClient {
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    lanes: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: lanes });
  }

  /** @throws where the status is not the one that was meant */
  send({ method = 'GET', path, headers, body, status = 200 }: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { agent: this.agent, host: '127.0.0.1', port: this.port, method, path, headers };
      const outgoing = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = {
            status: response.statusCode ?? 0,
            headers: response.rawHeaders,
            body: Buffer.concat(chunks),
          };
          if (answer.status === status) resolve(answer);
          else reject(new Error(`${method} ${path} answered ${answer.status}, not ${status}`));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
