import { join } from 'node:path';
import type { Config } from './config.js';

// The demo keeps everything apart: nothing of it ever resets, sweeps or signs what belongs to a real installation
// in the same folders.

/** SQLite's file. */
export const databaseFile = (config: Config): string =>
  join(config.dataDir, config.demo ? 'demo.sqlite' : 'kelas-kader.sqlite');

/** What people sent and the product made. */
export const uploadsFolder = (config: Config): string =>
  config.demo ? join(config.uploadsDir, 'demo') : config.uploadsDir;

/** The keys that sign certificates. */
export const keysFolder = (config: Config): string =>
  join(config.dataDir, config.demo ? 'demo-keys' : 'keys');
