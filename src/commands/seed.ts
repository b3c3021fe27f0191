import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { PackImportService } from '../course-packs/pack-import.service.js';
import { readDemoMark, seedDemo } from '../demo-first.js';
import { migrateFirst } from '../migrate-first.js';
import { Refusal } from '../platform/access/refusals.js';
import { type Config, readConfig } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { installedWords } from '../platform/i18n/installed-words.js';
import { coursePackAt } from './course-pack-at.js';

// `npm run seed -- course content/kader-pendamping`: publishes a course from its folder or its zip file, or tells what
// is wrong in it.
// `npm run seed -- demo`: makes the demo anew, as of today; only in a database that is a demo or empty.
const [what, folder] = process.argv.slice(2);
const config = readConfig(process.env, projectRoot);
const words = installedWords(config);

if (what === 'demo') await remakeDemo(config);
else if (what !== 'course' || !folder) fail(words.t('course-packs.command.usage'));
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
  const { pack, wrong } = await coursePackAt(folder, words);
  if (!pack) return wrong.forEach(fail);
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
