import { existsSync } from 'node:fs';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { PackImportService } from '../course-packs/pack-import.service.js';
import { readPackAt } from '../course-packs/pack-place.js';
import { readPack } from '../course-packs/pack-reader.js';
import { readDemoMark, seedDemo } from '../demo-first.js';
import { migrateFirst } from '../migrate-first.js';
import { Refusal } from '../platform/access/refusals.js';
import { type Config, readConfig } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { loadCatalogues } from '../platform/i18n/catalogues.js';
import { Dictionary } from '../platform/i18n/words.js';

// `npm run seed -- course content/kader-pendamping`: publishes a course from its folder or its zip file, or tells what
// is wrong in it.
// `npm run seed -- demo`: makes the demo anew, as of today; only in a database that is a demo or empty.
const [what, folder] = process.argv.slice(2);
const config = readConfig(process.env, projectRoot);
const words = new Dictionary(loadCatalogues(projectRoot), config.timeZone).in('id');

if (what === 'demo') await remakeDemo(config);
else if (what !== 'course' || !folder) fail(words.t('course-packs.command.usage'));
else if (!existsSync(folder)) fail(words.t('course-packs.command.noFolder', { folder }));
else await seedCourse(config, folder);

async function remakeDemo(config: Config): Promise<void> {
  if (!config.demo) return fail(words.t('demo.command.notADemo'));
  await migrateFirst(config);
  if ((await readDemoMark(config)) === 'real') return fail(words.t('demo.notADemo'));
  console.log(words.t('demo.filling'));
  await seedDemo(config, new Date());
  console.log(words.t('demo.command.done'));
}

async function seedCourse(config: Config, folder: string): Promise<void> {
  const read = await readPackAt(folder);
  if (!read.files) return fail(words.t(`course-packs.archive.${read.fault}`, { name: read.name }));
  const { pack, problems } = readPack(read.files);
  if (problems) {
    for (const { file, line, key, values } of problems) fail(`${file}:${line}: ${words.t(key, values)}`);
    return;
  }
  await migrateFirst(config);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error', 'warn'],
  });
  try {
    const { notInPack, ...counts } = await app.get(PackImportService).import(pack, null);
    console.log(words.t('course-packs.command.done', { title: pack.title, ...counts }));
    if (notInPack.length > 0)
      console.log(words.t('course-packs.command.notInPack', { keys: notInPack.join(', ') }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    fail(words.t(error.key, error.values));
  } finally {
    await app.close();
  }
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
