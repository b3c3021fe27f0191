import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import type { Config } from './platform/config/config.js';

const GRACE_MS = 10_000;
const IDLE_CHECK_MS = 50;
const PARENT_CHECK_MS = 1_000;

/** Listens, and on SIGTERM or SIGINT takes no new requests, finishes those in flight, then closes. */
export async function listenUntilTold(app: NestExpressApplication, config: Config): Promise<void> {
  const server: Server = await app.listen(config.port, config.host);
  server.headersTimeout = 15_000;
  server.requestTimeout = 3_600_000; // slow bodies have their own limits
  server.keepAliveTimeout = 65_000;
  closeWhenTold(app, () => drained(server));
}

/** Opens no port: does the jobs that other processes add, until SIGTERM or SIGINT; those in hand are finished. */
export function workUntilTold(app: INestApplicationContext): void {
  closeWhenTold(app, async () => {});
}

/**
 * Takes no new connection; resolves when the last request in flight has its answer, while the database is still there.
 * Browsers keep their connections open after an answer: those are closed as they fall idle.
 */
async function drained(server: Server): Promise<void> {
  const closing = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(closing);
}

function closeWhenTold(app: INestApplicationContext, first: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await first();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

/** npm does not pass SIGTERM on: where the parent that started us goes away, so do we. */
export function endWithParent(): void {
  const parent = process.ppid;
  if (!process.env['npm_lifecycle_event']) return;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS).unref();
}
