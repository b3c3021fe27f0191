import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** An answer that the server has acknowledged. */
export interface Acknowledged {
  key: string;
  question: number;
  value: string;
}

/**
 * A phone that answers without a pause, as the script of the page does: the next answer after the reply to the last,
 * and the same one again, under its key, while no reply comes.
 */
export class AnsweringPhone {
  readonly acknowledged: Acknowledged[] = [];
  /** What was answered otherwise than it should; there should be none. */
  readonly surprises: string[] = [];
  private readonly seqs = new Map<number, number>();
  private written = 0;
  private isOff = false;

  constructor(
    private readonly url: string,
    /** Of a sign-in. */
    private readonly token: string,
    /** Places of the questions that take a text. */
    private readonly places: readonly number[],
  ) {}

  /** Begins the quiz, and answers until it is switched off. @returns the attempt's id */
  async run(quizId: number): Promise<number> {
    const csrf = await this.csrf(`/quizzes/${quizId}`);
    const attemptId = await this.begin(quizId, csrf);
    while (!this.isOff) {
      this.written += 1;
      const question = this.places[this.written % this.places.length] ?? 1;
      await this.send(attemptId, csrf, { key: randomUUID(), question, value: `jawaban ${this.written}` });
    }
    return attemptId;
  }

  /** Stops after the answer in hand is acknowledged. */
  switchOff(): void {
    this.isOff = true;
  }

  private async send(attemptId: number, csrf: string, answer: Acknowledged): Promise<void> {
    for (;;) {
      const reply = await this.post(attemptId, csrf, answer);
      if (reply === null) {
        await pause(30);
        continue;
      }
      if (reply.outcome === 'saved') this.acknowledged.push(answer);
      else this.surprises.push(JSON.stringify(reply));
      this.seqs.set(answer.question, reply.seq ?? 0);
      return;
    }
  }

  private async post(
    attemptId: number,
    csrf: string,
    { key, question, value }: Acknowledged,
  ): Promise<{ outcome?: string; seq?: number } | null> {
    try {
      const response = await fetch(`${this.url}/attempts/${attemptId}/answers`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'X-CSRF-Token': csrf,
          Cookie: `kader=${this.token}`,
        },
        body: JSON.stringify({
          key,
          question,
          seq: this.seqs.get(question) ?? 0,
          answer: value,
          flagged: false,
          at: Date.now(),
        }),
      });
      return response.status >= 500 ? null : ((await response.json()) as { outcome?: string; seq?: number });
    } catch {
      return null;
    }
  }

  private async begin(quizId: number, csrf: string): Promise<number> {
    const started = await fetch(`${this.url}/quizzes/${quizId}/attempts`, {
      method: 'POST',
      headers: { 'X-CSRF-Token': csrf, Cookie: `kader=${this.token}` },
      redirect: 'manual',
    });
    return Number(/\/attempts\/(\d+)$/.exec(started.headers.get('location') ?? '')?.[1]);
  }

  private async csrf(path: string): Promise<string> {
    const page = await fetch(this.url + path, { headers: { Cookie: `kader=${this.token}` } });
    return /name="csrf-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  }
}
