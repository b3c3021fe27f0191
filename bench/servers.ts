import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../src/platform/config/project-root.js';
import type { Answer } from './client.js';

export interface Server {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

export interface BareServer extends Server {
  /** From now on it sends this to whatever is asked. */
  tell(answer: Answer): Promise<void>;
}

/**
 * Starts the built product as it runs in production.
 * @returns it with the seconds from the start of the process to the last byte of its first page
 */
export async function startProduct(
  port: number,
  environment: Record<string, string>,
): Promise<Server & { seconds: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'src', 'main.js')], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      BASE_URL: `http://127.0.0.1:${port}`,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    await pause(2);
  }
  return { ...handle(child, port), seconds: (performance.now() - begun) / 1000 };
}

export async function startBare(port: number): Promise<BareServer> {
  const child = fork(join(import.meta.dirname, 'bare-server.js'), [String(port)]);
  await once(child, 'message');
  return {
    ...handle(child, port),
    tell: async ({ status, headers, body }) => {
      child.send({ status, headers, body: body.toString('base64') });
      await once(child, 'message');
    },
  };
}

function handle(child: ChildProcess, port: number): Server {
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await (await fetch(`http://127.0.0.1:${port}/`)).text()) !== '';
  } catch {
    return false;
  }
}
