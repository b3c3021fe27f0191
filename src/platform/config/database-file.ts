import { join } from 'node:path';
import type { Config } from './config.js';

/** SQLite's file. The demo has one of its own, so that nothing ever resets or seeds another. */
export const databaseFile = (config: Config): string =>
  join(config.dataDir, config.demo ? 'demo.sqlite' : 'kelas-kader.sqlite');
