import { execFile } from 'node:child_process';
import { chmod, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { serverAddress } from './mysql-driver.js';

const run = promisify(execFile);

/** The program that copies a MariaDB is not installed. */
export class CopyToolMissing extends Error {}

/**
 * Writes a consistent copy of the database into the folder while others go on writing, and returns its path:
 * a database file of SQLite, or the SQL of `mariadb-dump`. A copy that was broken off keeps the suffix `.part`.
 */
export async function copyDatabase(
  source: { url: string; file: string },
  folder: string,
  at: Date,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `${at.toISOString().replaceAll(':', '-')}${source.url ? '.sql' : '.sqlite'}`);
  const part = `${target}.part`;
  await (source.url ? dump(source.url, part) : vacuum(source.file, part));
  await chmod(part, 0o600);
  await rename(part, target);
  return target;
}

function vacuum(file: string, target: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
}

async function dump(url: string, target: string): Promise<void> {
  const { host, port, username, password, database } = serverAddress(url);
  const server = [
    '--no-defaults',
    `--host=${host}`,
    `--port=${port}`,
    `--user=${username}`,
    '--protocol=tcp',
  ];
  const what = ['--single-transaction', '--quick', '--hex-blob', `--result-file=${target}`, database];
  try {
    await run('mariadb-dump', [...server, ...what], { env: { ...process.env, MYSQL_PWD: password } });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CopyToolMissing('mariadb-dump is not installed', { cause: error });
  }
}
