import 'reflect-metadata';
import { migrateFirst } from '../migrate-first.js';
import { readConfig } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';

// `npm run migrate`: brings the configured database up to date without starting the product.
const names = await migrateFirst(readConfig(process.env, projectRoot));
for (const name of names) console.log(name);
console.log(names.length === 0 ? 'The database is up to date.' : `${names.length} migrations have run.`);
