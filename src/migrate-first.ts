import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import type { Config } from './platform/config/config.js';
import { databaseFile } from './platform/config/places.js';
import { migrate } from './platform/database/migrate.js';

/** Brings the configured database up to date before anything opens it; a copy is kept in `data/backups`. */
export async function migrateFirst(config: Config): Promise<string[]> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return await migrate(
    { url: config.databaseUrl, file: databaseFile(config), entities, migrations },
    { backupFolder: join(config.dataDir, 'backups'), now: new Date(), warn: (line) => console.warn(line) },
  );
}
