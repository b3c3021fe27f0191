import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import 'reflect-metadata';
import { AppModule } from '../../src/app.module.js';
import { setUp } from '../../src/app.setup.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { readConfig } from '../../src/platform/config/config.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { Client } from './client.js';
import { migratedDatabase } from './databases.js';

/** A clock that a test sets; it stands still otherwise. */
export class TestClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: string | Date): void {
    this.at = new Date(at);
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

/** Tuesday 31 August 2027, 10.00 WIB: the second week of the cohort of the tests. */
export const testNow = new Date('2027-08-31T03:00:00.000Z');

export interface TestApp {
  app: NestExpressApplication;
  clock: TestClock;
  units: UnitOfWork;
  config: Config;
  /** Somebody's browser: a guest until it signs in. */
  guest(): Client;
  /** The browser of a person who is signed in. */
  as(person: { id: number }): Promise<Client>;
  /** Does the jobs that are due. */
  work(): Promise<void>;
  /** Opens a port on loopback, for tests that need a connection of their own. @returns its number. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/**
 * The product on a fresh database of the engine under test, with everything real but the clock. `more` are modules of
 * the test's own, for what of the platform no page of the product shows alone.
 */
export async function startApp(overrides: Partial<Config> = {}, more: Type[] = []): Promise<TestApp> {
  const database = await migratedDatabase();
  const clock = new TestClock(testNow);
  const config: Config = {
    ...readConfig({ DEMO: 'off', LOG_LEVEL: 'silent', PORT: '0' }, projectRoot),
    databaseUrl: database.settings.url,
    dataDir: database.folder,
    uploadsDir: join(database.folder, 'uploads'),
    worker: 'off',
    ...overrides,
  };
  const module = await Test.createTestingModule({ imports: [AppModule.with(config), ...more] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false });
  await setUp(app).init();
  const guest = (): Client => new Client(app);
  return {
    app,
    clock,
    config,
    units: app.get(UnitOfWork),
    guest,
    as: async (person) => {
      const client = guest();
      await client.enter(person.id);
      return client;
    },
    work: async () => void (await app.get(Worker).workOff()),
    listen: async () => {
      const server: Server = await app.listen(0, '127.0.0.1');
      return (server.address() as AddressInfo).port;
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
