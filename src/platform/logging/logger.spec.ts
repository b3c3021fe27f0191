import express from 'express';
import supertest from 'supertest';
import { QueryFailedError } from 'typeorm';
import { createLogger, loggedPath, requestLogger } from './logger.js';

let lines: string[];
const logger = () => createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) });
beforeEach(() => {
  lines = [];
});

/** What a request leaves in the log. */
async function logOf(path: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const app = express();
  app.use(requestLogger(logger()));
  await supertest(app).get(path).set(headers);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('the line of a request', () => {
  it('tells method, path, status and the id that the answer carries', async () => {
    expect(await logOf('/jobs/7?show=open')).toMatchObject({
      level: 30,
      req: { id: expect.stringMatching(/^[0-9a-f-]{13}$/), method: 'GET', path: '/jobs/7' },
      res: { status: 404 },
      responseTime: expect.any(Number),
    });
  });

  it('holds no secret: neither cookie, header, query nor secret address', async () => {
    const secret = 'rahasia'.repeat(4);
    await logOf(`/calendar/${secret}.ics?token=${secret}`, {
      Cookie: `kader=${secret}`,
      Authorization: `Bearer ${secret}`,
      'X-CSRF-Token': secret,
    });
    expect(lines.join('')).not.toContain('rahasia');
    expect(lines.join('')).toContain('/calendar/….ics');
  });

  it('is one line, whatever the path', async () => {
    await logOf('/a%0d%0a{"level":60}%E2%80%A8');
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n\u2028]/);
  });
});

describe('the line of an error', () => {
  it('tells what and where, and not what people typed', () => {
    const driverError = Object.assign(new Error('UNIQUE constraint failed: people.email_norm'), {
      errcode: 2067,
    });
    const error = new QueryFailedError('INSERT INTO people VALUES (?)', ['$argon2id$rahasia'], driverError);
    logger().error({ err: error }, 'request failed');
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({
      msg: 'request failed',
      err: { type: 'QueryFailedError', message: driverError.message },
    });
    expect(line.err.stack).toContain('logger.spec');
    expect(lines[0]).not.toContain('rahasia');
  });

  it('tells its cause', () => {
    logger().error({
      err: new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ECONNREFUSED' }) }),
    });
    expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
      message: 'outer',
      cause: { message: 'inner', code: 'ECONNREFUSED' },
    });
  });

  it('is one line, whatever the message', () => {
    logger().error({ err: new Error('a\r\n{"level":60}') }, 'b\nc');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
  });
});

describe('a path in the log', () => {
  it.each([
    ['/quizzes/12/attempts', '/quizzes/12/attempts'],
    ['/verify/ABCD-EFGH-JKLM-NPQR', '/verify/ABCD-EFGH-JKLM-NPQR'],
    ['/calendar/0123456789abcdefghij.ics?x=1', '/calendar/….ics'],
  ])('%s is %s', (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });
});
