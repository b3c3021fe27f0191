import { pino } from 'pino';
import type { Actor } from '../../src/platform/access/actor.js';
import { AuditEntry } from '../../src/platform/audit/audit-entry.entity.js';
import { AuditService } from '../../src/platform/audit/audit.service.js';
import { Bell } from '../../src/platform/jobs/bell.js';
import { Job } from '../../src/platform/jobs/job.entity.js';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { JobQueue } from '../../src/platform/jobs/job-queue.js';
import { JobsService, type NewJob } from '../../src/platform/jobs/jobs.service.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { TestClock, testNow } from '../support/app.js';
import { engine, openProcess, type OpenTestDatabase, openTestDatabase } from '../support/databases.js';
import { gate } from '../support/gates.js';

let database: OpenTestDatabase;
let clock: TestClock;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock = new TestClock(testNow);
  await database.units.inTransaction((manager) => manager.createQueryBuilder().delete().from(Job).execute());
});

const nobody = { namesOf: async () => new Map<number, string>(), idsLike: async () => [] };
const admin: Actor = {
  personId: 1,
  displayName: 'Dwi',
  mustChangePassword: false,
  language: 'id',
  grants: [],
  signIn: '',
  requestId: 'r1',
};

/** The jobs of one process. */
function process(
  worker: 'inline' | 'off' = 'off',
  { units, reader }: Pick<OpenTestDatabase, 'units' | 'reader'> = database,
) {
  const handlers = new JobHandlers();
  const bell = new Bell();
  const repository = reader.getRepository(Job);
  const queue = new JobQueue(repository, units, clock);
  const audit = new AuditService(reader.getRepository(AuditEntry), nobody, clock);
  const jobs = new JobsService(repository, units, bell, clock, audit);
  const log = pino({ level: 'silent' });
  return {
    handlers,
    queue,
    jobs,
    worker: new Worker(queue, handlers, jobs, units, bell, clock, { worker }, log),
  };
}

const add = (jobs: JobsService, job: Partial<NewJob> = {}) =>
  database.units.inTransaction((manager) =>
    jobs.add(manager, { kind: 'letters.send', dedupeKey: 'letter:1', payload: { letter: 1 }, ...job }),
  );
const row = (id: number) => database.reader.getRepository(Job).findOneByOrFail({ id });

describe('adding a job', () => {
  it('is part of the unit of work of its cause', async () => {
    const { jobs } = process();
    const failing = database.units.inTransaction(async (manager) => {
      await jobs.add(manager, { kind: 'letters.send', dedupeKey: 'letter:1', payload: null });
      throw new Error('the cause fails');
    });
    await expect(failing).rejects.toThrow('the cause fails');
    expect(await database.reader.getRepository(Job).count()).toBe(0);
  });

  it('adds the same work once', async () => {
    const { jobs } = process();
    const ids = await Promise.all([add(jobs), add(jobs), add(jobs), add(jobs, { dedupeKey: 'letter:2' })]);
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(ids[3]).not.toBe(ids[0]);
    expect(await database.reader.getRepository(Job).count()).toBe(2);
  });

  it('refuses a key that would be cut', async () => {
    await expect(add(process().jobs, { dedupeKey: 'x'.repeat(191) })).rejects.toThrow('too long');
  });
});

describe('doing a job', () => {
  it('hands the handler what was added, writes down how far it is, and is done', async () => {
    const { jobs, handlers, worker } = process();
    const seen: unknown[] = [];
    handlers.register<{ letter: number }>('letters.send', async (job) => {
      seen.push(job.payload.letter, job.startedById);
      await job.progress(1, 3);
      seen.push((await row(job.id)).progressDone);
      await job.progress(3, 3);
    });
    const id = await add(jobs, { startedBy: { personId: 7 } });
    expect(await worker.workOff()).toBe(1);
    expect(seen).toEqual([1, 7, 1]);
    expect(await row(id)).toMatchObject({
      doneAt: clock.now(),
      progressDone: 3,
      progressTotal: 3,
      attempts: 1,
      leaseOwner: null,
    });
    expect(await worker.workOff()).toBe(0);
  });

  it('waits until its time has come', async () => {
    const { jobs, handlers, worker } = process();
    handlers.register('letters.send', async () => {});
    await add(jobs, { runAt: new Date(testNow.getTime() + 1000) });
    expect(await worker.workOff()).toBe(0);
    clock.advance(1000);
    expect(await worker.workOff()).toBe(1);
  });

  it('leaves kinds alone that it does not know', async () => {
    const { jobs, handlers, worker } = process();
    handlers.register('letters.send', async () => {});
    await add(jobs, { kind: 'letters.fold' });
    expect(await worker.workOff()).toBe(0);
  });

  it('begins as soon as the job is kept, not at the next look', async () => {
    const { jobs, handlers, worker } = process('inline');
    const { opened, open } = gate();
    handlers.register('letters.send', async () => open());
    worker.onApplicationBootstrap();
    await add(jobs);
    await opened;
    await worker.onModuleDestroy();
  });

  it('is finished before the worker stops, and nothing is begun after', async () => {
    const { jobs, handlers, worker } = process('inline');
    const begun = gate();
    const mayEnd = gate();
    handlers.register('letters.send', async () => {
      begun.open();
      await mayEnd.opened;
    });
    worker.onApplicationBootstrap();
    const id = await add(jobs);
    await begun.opened;
    const stopped = worker.onModuleDestroy();
    const later = await add(jobs, { dedupeKey: 'letter:2' });
    mayEnd.open();
    await stopped;
    expect((await row(id)).doneAt).not.toBeNull();
    expect((await row(later)).attempts).toBe(0);
  });
});

describe('a job that fails', () => {
  it('is tried again after a rest that doubles', async () => {
    const { jobs, handlers, worker } = process();
    handlers.register('letters.send', async () => {
      throw new Error('no\nconnection');
    });
    const id = await add(jobs);
    await worker.workOff();
    expect(await row(id)).toMatchObject({ attempts: 1, lastError: 'Error: no connection', failedAt: null });
    clock.advance(14_999);
    expect(await worker.workOff()).toBe(0);
    clock.advance(1);
    expect(await worker.workOff()).toBe(1);
    expect((await row(id)).runAt).toEqual(new Date(clock.now().getTime() + 30_000));
  });

  it('is parked after ten, and starts afresh when it is told to', async () => {
    const { jobs, handlers, worker } = process();
    let works = false;
    handlers.register('letters.send', async () => {
      if (!works) throw new Error('no connection');
    });
    const id = await add(jobs);
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      await worker.workOff();
      clock.advance(3_600_000);
    }
    expect(await row(id)).toMatchObject({ attempts: 10, failedAt: expect.any(Date), doneAt: null });
    works = true;
    await jobs.retry(admin, id);
    expect(await worker.workOff()).toBe(1);
    expect(await row(id)).toMatchObject({
      attempts: 1,
      failedAt: null,
      doneAt: clock.now(),
      lastError: null,
    });
  });
});

describe('a worker that dies in the middle', () => {
  it('leaves the job to another when its lease has run out, once', async () => {
    const { jobs, queue } = process();
    const id = await add(jobs);
    const dead = await queue.take(['letters.send']);
    const { handlers, worker } = process();
    let times = 0;
    handlers.register('letters.send', async () => void (times += 1));
    expect(await worker.workOff()).toBe(0);
    clock.advance(120_001);
    expect(await worker.workOff()).toBe(1);
    expect(await worker.workOff()).toBe(0);
    expect(times).toBe(1);
    expect(await row(id)).toMatchObject({ attempts: 2, doneAt: clock.now() });
    if (!dead) throw new Error('nothing was taken');
    expect(await queue.fail(dead, new Error('late'))).toBe(false);
    expect(await row(id)).toMatchObject({ doneAt: clock.now(), lastError: null });
  });

  it('keeps it while it renews the lease', async () => {
    const { jobs, queue } = process();
    await add(jobs);
    const lease = await queue.take(['letters.send']);
    clock.advance(100_000);
    expect(lease && (await queue.renew(lease))).toBe(true);
    clock.advance(100_000);
    expect(await queue.take(['letters.send'])).toBeNull();
  });

  it('does not do so for ever: what kills ten workers is parked', async () => {
    const { jobs, queue } = process();
    const id = await add(jobs);
    for (let crash = 1; crash <= 10; crash += 1) {
      expect(await queue.take(['letters.send'])).not.toBeNull();
      clock.advance(120_001);
    }
    expect(await queue.take(['letters.send'])).toBeNull();
    expect(await row(id)).toMatchObject({ attempts: 10, failedAt: clock.now() });
  });
});

/**
 * Another process on MariaDB. On SQLite it is the same: two writing connections of one thread would wait for each
 * other, which two processes do not.
 */
const elsewhere = async () =>
  engine === 'mariadb' ? await openProcess(database) : { ...database, close: async () => {} };

describe('two workers', () => {
  it('do each of 60 jobs once', async () => {
    const other = await elsewhere();
    const done: string[] = [];
    const workers = [process(), process('off', other)].map(({ handlers, worker }, index) => {
      handlers.register<{ letter: number }>('letters.send', async ({ payload }) => {
        done.push(`${index}`);
        seen.push(payload.letter);
      });
      return worker;
    });
    const seen: number[] = [];
    const { jobs } = process();
    for (let letter = 1; letter <= 60; letter += 1)
      await add(jobs, { dedupeKey: `letter:${letter}`, payload: { letter } });
    while ((await Promise.all(workers.map((worker) => worker.workOff()))).some((begun) => begun > 0));
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(new Set(done).size).toBe(2);
    await other.close();
  });

  it('add what comes round once for each round', async () => {
    const other = await elsewhere();
    let rounds = 0;
    const workers = [process(), process('off', other)].map(({ handlers, worker }) => {
      handlers.registerRecurring('letters.count', 60, async () => void (rounds += 1));
      return worker;
    });
    const allWork = () => Promise.all(workers.map((worker) => worker.workOff()));
    await allWork();
    await allWork();
    expect(rounds).toBe(1);
    clock.advance(3_600_000);
    await allWork();
    expect(rounds).toBe(2);
    await other.close();
  });
});

describe('the sweep', () => {
  it('drops what was done a month ago', async () => {
    const { jobs, handlers, worker } = process();
    handlers.register('letters.send', async () => {});
    await add(jobs);
    await worker.workOff();
    await add(jobs, { dedupeKey: 'letter:2', kind: 'letters.fold' });
    clock.advance(29 * 86_400_000);
    await jobs.sweep();
    expect(await database.reader.getRepository(Job).count()).toBe(2);
    clock.advance(2 * 86_400_000);
    await jobs.sweep();
    expect(await database.reader.getRepository(Job).count()).toBe(1);
  });
});
