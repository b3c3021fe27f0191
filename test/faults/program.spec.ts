import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { buildProgram, type Program, startProgram } from '../support/program.js';

let program: Program | undefined;

beforeAll(() => buildProgram(), 60_000);
afterEach(async () => {
  await program?.stop();
  program = undefined;
});

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true) as unknown);
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });

/** The cookie and the token of a guest who looks at the page to sign in. */
async function guestOf({ url }: Program): Promise<{ cookie: string; token: string }> {
  const page = await fetch(`${url}/sign-in`);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { cookie, token };
}

/** Begins to send a form and waits with its second half. */
async function sendSlowly(to: Program, fields: Record<string, string>) {
  const { cookie, token } = await guestOf(to);
  const body = new URLSearchParams({ ...fields, _csrf: token }).toString();
  const sending = request(`${to.url}/sign-in`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: {
      Cookie: cookie,
      Accept: 'text/html',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': body.length,
    },
  });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  await new Promise((resolve) => sending.write(body.slice(0, 10), resolve));
  return async () => {
    sending.end(body.slice(10));
    const [answer] = await answered;
    return { status: answer.statusCode, text: await text(answer) };
  };
}

const password = 'kata-sandi-yang-diketik-orang';

describe('the program told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s takes nobody new, finishes who is there, and ends well',
    async (signal) => {
      program = await startProgram({});
      const finish = await sendSlowly(program, { identifier: 'siapa@contoh.test', password });
      program.tell(signal);
      while (await accepts(program.port)) await pause(20);
      const answer = await finish();
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('</html>');
      expect(await program.ended).toBe(0);
    },
    60_000,
  );
});

describe('the program as a worker only', () => {
  it('opens no port, works, and ends well', async () => {
    program = await startProgram({ WORKER: 'only', LOG_LEVEL: 'debug' }, async ({ output, port }) => {
      if (await accepts(port)) throw new Error('it listens');
      return output().includes('jobs.jobs.sweep');
    });
    expect(await accepts(program.port)).toBe(false);
    program.tell('SIGTERM');
    expect(await program.ended).toBe(0);
  }, 60_000);
});

describe('what the program writes', () => {
  it('is one JSON object a line, with the id of the request, and none of what was typed or kept secret', async () => {
    program = await startProgram({ LOG_LEVEL: 'debug' });
    const finish = await sendSlowly(program, { identifier: 'norlaila@contoh.test', password });
    const { cookie, token } = await guestOf(program);
    await finish();
    const answer = await fetch(`${program.url}/sign-in?next=/account`, { headers: { Cookie: cookie } });
    const id = answer.headers.get('x-request-id') ?? 'none';
    const seen = program;
    while (!seen.output().includes(id)) await pause(20);
    const lines = seen.output().trim().split('\n');
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(lines.map((line) => JSON.parse(line).req?.path)).toContain('/sign-in');
    for (const secret of [password, 'norlaila', token, cookie.split('=')[1] ?? '?', '/account'])
      expect(seen.output()).not.toContain(secret);
  }, 60_000);
});
