import 'reflect-metadata';
import { entities } from './src/entities.js';
import { migrations } from './src/migrations/index.js';
import { readConfig } from './src/platform/config/config.js';
import { databaseFile } from './src/platform/config/places.js';
import { projectRoot } from './src/platform/config/project-root.js';
import { dataSourceFor } from './src/platform/database/data-source.js';

const config = readConfig(process.env, projectRoot);

/**
 * For the command line of TypeORM (`npx typeorm migration:show -d dist/ormconfig.js`). The product migrates by
 * itself when it starts, after a copy of the database; `npm run migrate` does only that.
 */
const source = await dataSourceFor('migrator', {
  url: config.databaseUrl,
  file: databaseFile(config),
  entities,
  migrations,
});

export default source.setOptions({ logger: 'advanced-console' });
