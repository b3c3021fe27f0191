import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Config } from '../src/platform/config/config.js';
import { readConfig } from '../src/platform/config/config.js';
import { projectRoot } from '../src/platform/config/project-root.js';
import { mariadbProgram, startMariadb } from '../test/support/mariadb.js';
import { LANES } from './scenarios.js';
import { createWorld, secret, type World } from './world.js';

/** A database with the world of the bench in it. */
export interface Engine {
  name: 'SQLite' | 'MariaDB';
  world: World;
  /** For the process of the product. */
  environment: Record<string, string>;
  /** Processes whose CPU counts beside the product's. */
  pids: readonly number[];
  /** How many statements have read and written so far; null where nobody counts them. */
  statements(): Promise<Statements | null>;
  stop(): Promise<void>;
}

export interface Statements {
  reads: number;
  writes: number;
}

export async function sqlite(): Promise<Engine> {
  const { environment, config, remove } = await workplace({});
  const world = await createWorld(config, LANES);
  return { name: 'SQLite', world, environment, pids: [], statements: async () => null, stop: remove };
}

/** A private server, as durable as it is by default. Null where MariaDB is not installed. */
export async function mariadb(): Promise<Engine | null> {
  if (!mariadbProgram()) return null;
  const server = await startMariadb();
  const connection = await createConnection({ uri: server.url });
  await connection.query('CREATE DATABASE bench');
  const { environment, config, remove } = await workplace({ DATABASE_URL: `${server.url}bench` });
  const world = await createWorld(config, LANES);
  return {
    name: 'MariaDB',
    world,
    environment,
    pids: [server.pid],
    statements: async () => {
      const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'Com\\_%'");
      return counted(rows as { Variable_name: string; Value: string }[]);
    },
    stop: async () => {
      await connection.end();
      await server.stop();
      await remove();
    },
  };
}

async function workplace(more: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'kelas-kader-bench-'));
  const environment = {
    DATA_DIR: folder,
    UPLOADS_DIR: join(folder, 'uploads'),
    APP_SECRET: secret,
    DEMO: 'on',
    ...more,
  };
  const config = { ...readConfig(environment, projectRoot), worker: 'off' } satisfies Config;
  return { environment, config, remove: () => rm(folder, { recursive: true, force: true }) };
}

function counted(rows: readonly { Variable_name: string; Value: string }[]): Statements {
  const sum = (...kinds: string[]): number =>
    rows
      .filter(({ Variable_name: name }) => kinds.includes(name.slice('Com_'.length)))
      .reduce((total, { Value: value }) => total + Number(value), 0);
  return { reads: sum('select'), writes: sum('insert', 'update', 'delete', 'replace') };
}
