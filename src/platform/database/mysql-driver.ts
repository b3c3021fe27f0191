import type { Socket } from 'node:net';
import { createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';

/** A server that says nothing for so long is taken for lost; longer than it waits for a row's lock. */
const silenceMs = 5_000;
const session = [
  'innodb_lock_wait_timeout = 3',
  "time_zone = '+00:00'",
  "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
].join(', ');

/**
 * `mysql2` with two promises that its pool does not make: every connection has the same session settings, and
 * one in use whose server has fallen silent is closed. (The query timeout of mysql2 leaves the connection in the pool,
 * where the next query waits behind the hanging one for ever.)
 */
export const patientMysql = { createPool: (options: PoolOptions) => poolOf(options, silenceMs) };

/** The same for migrations, whose sentences may take long. */
export const unhurriedMysql = { createPool: (options: PoolOptions) => poolOf(options, 0) };

/** Where a `mysql://user:password@host:port/database` URL points to. */
export function serverAddress(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 3306),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

function poolOf(options: PoolOptions, silence: number): Pool {
  const pool = createPool(options);
  pool.on('connection', (connection) => {
    connection.query(`SET SESSION ${session}`, (error) => {
      if (error) connection.destroy();
    });
    const stream = streamOf(connection);
    stream.on('timeout', () => {
      stream.destroy(Object.assign(new Error('The database does not answer'), { code: 'ETIMEDOUT' }));
    });
  });
  pool.on('acquire', (connection) => streamOf(connection).setTimeout(silence));
  pool.on('release', (connection) => streamOf(connection).setTimeout(0));
  return pool;
}

function streamOf(connection: PoolConnection): Socket {
  return (connection as PoolConnection & { stream: Socket }).stream;
}
