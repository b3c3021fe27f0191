import { DataSource, type DataSourceOptions } from 'typeorm';
import { createConnection } from 'mysql2/promise';
import { patientMysql, serverAddress, unhurriedMysql } from './mysql-driver.js';
import { NodeSqlite } from './node-sqlite-driver.js';
import { SnakeCaseNaming } from './snake-case-naming.js';

export interface DatabaseSettings {
  /** `mysql://` or `mariadb://`; empty means SQLite. */
  url: string;
  /** The database file of SQLite. */
  file: string;
  entities: DataSourceOptions['entities'];
  migrations: DataSourceOptions['migrations'];
}

/**
 * What a connection is for. The reader is injected everywhere and cannot write; the writer is reached only
 * through a `UnitOfWork`; the migrator changes tables, and its sentences may take as long as they need.
 */
type Purpose = 'reader' | 'writer' | 'migrator';

/** A data source for the purpose, not yet connected. Asks a `mysql://` server which of the two it is. */
export async function dataSourceFor(purpose: Purpose, settings: DatabaseSettings): Promise<DataSource> {
  return createDataSource(await dataSourceOptions(purpose, settings));
}

/** The options for TypeORM; MariaDB has one pool for reading and writing. */
export async function dataSourceOptions(
  purpose: Purpose,
  settings: DatabaseSettings,
): Promise<DataSourceOptions> {
  const { entities, migrations } = settings;
  const namingStrategy = new SnakeCaseNaming();
  // Silent, unless DEBUG=typeorm:* asks for the SQL.
  const shared = { entities, migrations, namingStrategy, logger: 'debug' as const, synchronize: false };
  if (settings.url === '') return { ...shared, ...sqlite(purpose, settings.file) };
  return { ...shared, ...(await mysql(purpose, settings.url)) };
}

/** SQLite is taught the type `mediumtext` (it has no limit on text anyway): MariaDB's `text` ends at 64 kB. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const dataSource = new DataSource(options);
  const types = dataSource.driver.supportedDataTypes;
  if (!types.includes('mediumtext')) types.push('mediumtext');
  return dataSource;
}

function sqlite(purpose: Purpose, file: string) {
  const pragmas = ['synchronous = FULL', ...(purpose === 'reader' ? ['query_only = ON'] : [])];
  return {
    type: 'better-sqlite3' as const,
    driver: NodeSqlite,
    database: file,
    timeout: purpose === 'migrator' ? 60_000 : 5_000,
    enableWAL: purpose !== 'reader',
    statementCacheSize: 500,
    prepareDatabase: (database: NodeSqlite) => pragmas.forEach((pragma) => database.pragma(pragma)),
  };
}

async function mysql(purpose: Purpose, url: string) {
  return {
    type: await engine(url),
    driver: purpose === 'migrator' ? unhurriedMysql : patientMysql,
    ...serverAddress(url),
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    bigNumberStrings: false,
    connectTimeout: 2_000,
    poolSize: 10,
    extra: { decimalNumbers: true, queueLimit: 500 },
  };
}

async function engine(url: string): Promise<'mariadb' | 'mysql'> {
  if (url.startsWith('mariadb:')) return 'mariadb';
  const { host, port, username: user, password } = serverAddress(url);
  const connection = await createConnection({ host, port, user, password, connectTimeout: 2_000 });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return JSON.stringify(rows).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
