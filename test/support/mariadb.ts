import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A MariaDB of the tests' own, in a temporary folder. */
export interface MariadbServer {
  /** Ends in a slash: the name of a database completes it. */
  url: string;
  port: number;
  pid: number;
  /** Ends it as a crash would; `restart` brings it back. */
  kill(): Promise<void>;
  /** Starts the same server again after it was killed, on the same data and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The path of the server's program, or undefined where MariaDB is not installed. */
export function mariadbProgram(): string | undefined {
  return ['/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd', '/usr/bin/mariadbd'].find((path) =>
    existsSync(path),
  );
}

/** Starts a private server on a free port; it takes two seconds. `options` go to mariadbd as they are. */
export async function startMariadb(options: string[] = []): Promise<MariadbServer> {
  const program = mariadbProgram();
  if (!program) throw new Error('mariadbd is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'kelas-kader-mariadb-'));
  await install(folder);
  const port = await freePort();
  let child = await launch(program, folder, port, options);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await once(child, 'exit');
  };
  return {
    url: `mariadb://root@127.0.0.1:${port}/`,
    port,
    get pid() {
      return child.pid ?? 0;
    },
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGKILL');
      child = await launch(program, folder, port, options);
    },
    async stop() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function install(folder: string): Promise<void> {
  await run('mariadb-install-db', [
    '--no-defaults',
    `--user=${userInfo().username}`,
    `--datadir=${folder}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--innodb-log-file-size=16M',
  ]);
}

async function launch(
  program: string,
  folder: string,
  port: number,
  options: string[],
): Promise<ChildProcess> {
  const log = await open(join(folder, 'log'), 'a');
  const child = spawn(
    program,
    [
      '--no-defaults',
      `--user=${userInfo().username}`,
      `--datadir=${folder}/data`,
      `--socket=${folder}/socket`,
      `--pid-file=${folder}/pid`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--innodb-log-file-size=16M',
      '--innodb-buffer-pool-size=64M',
      ...options,
    ],
    { stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  while (!(await greets(port))) {
    if (child.exitCode !== null)
      throw new Error(`mariadbd ended: ${await readFile(join(folder, 'log'), 'utf8')}`);
    await pause(50);
  }
  return child;
}

/** A server that is ready speaks first. */
async function greets(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Below the range from which the system takes ports for outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (free) return port;
  }
}

/** What Jest does before a run with suites on MariaDB: one server for all of them, which keeps no promises to disks. */
export default async function startForRun(): Promise<void> {
  const server = await startMariadb(['--innodb-flush-method=nosync', '--innodb-flush-log-at-trx-commit=0']);
  process.env['TEST_MARIADB_URL'] = server.url;
  Object.assign(globalThis, { serverOfRun: server });
}
