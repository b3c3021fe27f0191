import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { Brackets, type EntityManager, type Repository, type SelectQueryBuilder } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Job } from './job.entity.js';
import { MOST_ATTEMPTS, retryDelayMs } from './retry-delay.js';

/** Longer than the clocks of two servers differ, and than a worker that lives stays silent. */
const LEASE_MS = 120_000;

/** A job that nobody else has while the lease is renewed. */
export interface Lease {
  job: Job;
  owner: string;
}

/** The outbox as workers see it: take, renew, finish. What is written about a lease that was lost changes nothing. */
@Injectable()
export class JobQueue {
  constructor(
    @InjectRepository(Job) private readonly jobs: Repository<Job>,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes the job of these kinds that has been due longest. @returns null where none is. */
  async take(kinds: string[]): Promise<Lease | null> {
    if (kinds.length === 0) return null;
    if (!(await this.due(this.jobs.createQueryBuilder('job'), kinds).getExists())) return null;
    return await this.units.inTransaction(async (manager) => {
      const job = await this.next(manager, kinds);
      if (!job) return null;
      if (job.attempts >= MOST_ATTEMPTS) {
        await manager.update(Job, { id: job.id }, { ...free, failedAt: this.clock.now() }); // each attempt ended in a crash
        return null;
      }
      const owner = randomUUID();
      const attempts = job.attempts + 1;
      await manager.update(Job, { id: job.id }, { leaseOwner: owner, leaseUntil: this.leaseEnd(), attempts });
      return { job: { ...job, attempts }, owner };
    });
  }

  /** @returns false where the lease is lost: another has the job. */
  async renew(lease: Lease): Promise<boolean> {
    return await this.write(lease, { leaseUntil: this.leaseEnd() });
  }

  async progress(lease: Lease, progressDone: number, progressTotal: number): Promise<boolean> {
    return await this.write(lease, { progressDone, progressTotal, leaseUntil: this.leaseEnd() });
  }

  async succeed(lease: Lease): Promise<boolean> {
    return await this.write(lease, { ...free, doneAt: this.clock.now(), lastError: null });
  }

  /** Lets the job rest before it is tried again, or parks it. */
  async fail({ job, owner }: Lease, error: unknown): Promise<boolean> {
    const now = this.clock.now();
    const outcome =
      job.attempts >= MOST_ATTEMPTS
        ? { failedAt: now }
        : { runAt: new Date(now.getTime() + retryDelayMs(job.attempts)) };
    return await this.write({ job, owner }, { ...free, ...outcome, lastError: lineOf(error) });
  }

  private next(manager: EntityManager, kinds: string[]): Promise<Job | null> {
    const query = this.due(manager.createQueryBuilder(Job, 'job'), kinds)
      .orderBy('job.runAt')
      .addOrderBy('job.id');
    const onSqlite = manager.connection.options.type === 'better-sqlite3'; // a unit is alone there anyway
    if (!onSqlite) query.setLock('pessimistic_write').setOnLocked('skip_locked');
    return query.limit(1).getOne();
  }

  private due(query: SelectQueryBuilder<Job>, kinds: string[]): SelectQueryBuilder<Job> {
    return query
      .where('job.doneAt IS NULL AND job.failedAt IS NULL AND job.runAt <= :now AND job.kind IN (:...kinds)')
      .andWhere(new Brackets((free) => free.where('job.leaseUntil IS NULL').orWhere('job.leaseUntil < :now')))
      .setParameters({ now: this.clock.now(), kinds });
  }

  private async write({ job, owner }: Lease, values: Partial<Omit<Job, 'payload'>>): Promise<boolean> {
    const { affected } = await this.units.inTransaction((manager) =>
      manager.update(Job, { id: job.id, leaseOwner: owner }, values),
    );
    return affected !== 0;
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }
}

const free = { leaseOwner: null, leaseUntil: null };

const lineOf = (error: unknown): string =>
  String(error)
    .replace(/\p{C}+/gu, ' ')
    .slice(0, 500);
