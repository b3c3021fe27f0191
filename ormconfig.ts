import 'reflect-metadata';
import { resolve } from 'node:path';
import { entities } from './src/entities.js';
import { migrations } from './src/migrations/index.js';
import { dataSourceFor } from './src/platform/database/data-source.js';

/**
 * For the command line of TypeORM, which asks for a data source that may change tables. The product migrates
 * by itself when it starts, and takes a copy of the database first: `npm run migrate` does only that.
 */
export default await dataSourceFor('migrator', {
  url: process.env['DATABASE_URL'] ?? '',
  file: resolve(process.env['DATA_DIR'] ?? 'data', 'kelas-kader.sqlite'),
  entities,
  migrations,
});
