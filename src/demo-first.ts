import { NestFactory } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import type { Config } from './platform/config/config.js';
import { databaseFile } from './platform/config/places.js';
import { dataSourceFor } from './platform/database/data-source.js';
import { UnitOfWork } from './platform/database/unit-of-work.js';
import { Formats } from './platform/i18n/formats.js';
import { installedWords } from './platform/i18n/installed-words.js';
import { demoCode } from './seeds/demo-certificates.js';
import { DemoClock } from './seeds/demo-clock.js';
import { type DemoMark, demoMarkOf, emptyDemo, markDemo } from './seeds/demo-mark.js';
import { demoPassword, demoSignIns } from './seeds/demo-people.js';
import { makeDemo } from './seeds/demo-seed.js';
import { DemoStage } from './seeds/demo-stage.js';

/** What the configured database, already migrated, says of itself. */
export async function readDemoMark(config: Config): Promise<DemoMark> {
  const settings = { url: config.databaseUrl, file: databaseFile(config), entities, migrations: [] };
  const reader = await (await dataSourceFor('reader', settings)).initialize();
  try {
    return await demoMarkOf(reader);
  } finally {
    await reader.destroy();
  }
}

/** Fills the demo's database where it is empty, or where filling it was cut off; one that is no demo is left alone. */
export async function demoFirst(config: Config, now: Date, say: (line: string) => void): Promise<void> {
  const words = installedWords(config);
  const mark = await readDemoMark(config);
  if (mark === 'real') say(words.t('demo.notADemo'));
  if (mark !== 'empty' && mark !== 'unfinished') return;
  say(words.t('demo.filling'));
  await seedDemo(config, now);
}

/** Tells whoever started the demo where it is, whom to be, and where to see a certificate checked. */
export async function greetDemo(
  config: Config,
  manager: EntityManager,
  say: (line: string) => void,
): Promise<void> {
  const words = installedWords(config);
  const code = await demoCode(manager);
  const lines = [
    words.t('demo.address', { address: config.baseUrl }),
    words.t('demo.accounts', { password: demoPassword }),
    ...demoSignIns.map(({ email, who }) => `  ${email.padEnd(26)} ${words.t(who)}`),
    ...(code ? [words.t('demo.certificate', { address: `${config.baseUrl}/verify/${code}` })] : []),
    words.t('demo.stop'),
  ];
  for (const line of lines) say(line);
}

/**
 * Makes the demo anew, as of `now`. Every row of the database goes first.
 * @throws where the database is neither empty nor marked as a demo
 */
export async function seedDemo(config: Config, now: Date): Promise<void> {
  if ((await readDemoMark(config)) === 'real')
    throw new Error('this database is no demo: it is left as it is');
  const clock = new DemoClock(now);
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ ...config, worker: 'off' }, clock),
    {
      logger: ['error', 'warn'],
    },
  );
  try {
    const units = app.get(UnitOfWork);
    await units.inTransaction((manager) => markDemo(manager, 'unfinished', now));
    await units.inTransaction(emptyDemo);
    const today = new Formats('id', config.timeZone).isoDay(now);
    await makeDemo(new DemoStage(app, clock, today, config.timeZone, now));
    await units.inTransaction((manager) => markDemo(manager, 'ready', now));
  } finally {
    await app.close();
  }
}
