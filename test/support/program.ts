import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { freePort } from './mariadb.js';

const run = promisify(execFile);

/** The built program, as a service manager runs it. */
export interface Program {
  url: string;
  port: number;
  /** All that it has written so far. */
  output(): string;
  /** Sends a signal. */
  tell(signal: NodeJS.Signals): void;
  /** The exit code, once it has ended; null where a signal ended it. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

export async function buildProgram(): Promise<void> {
  await run(process.execPath, [join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'], {
    cwd: projectRoot,
  });
}

/** Starts it on a database and a port of its own, with this environment; `ready` is what it waits for. */
export async function startProgram(
  env: Record<string, string>,
  ready: (program: Program) => Promise<boolean> = answers,
): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'kelas-kader-program-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join('dist', 'src', 'main.js')], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      UPLOADS_DIR: join(folder, 'uploads'),
      PORT: String(port),
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = programOf(child, port, folder);
  while (!(await ready(program))) {
    if (child.exitCode !== null) throw new Error(`the program ended: ${program.output()}`);
    await pause(50);
  }
  return program;
}

const answers = async ({ url }: Program): Promise<boolean> =>
  await fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

function programOf(child: ChildProcess, port: number, folder: string): Program {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    output: () => output,
    tell: (signal) => void child.kill(signal),
    ended,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
