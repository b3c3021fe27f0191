import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, IsNull, LessThan, Not, type Repository } from 'typeorm';
import { hasRole, type Actor } from '../access/actor.js';
import { Missing } from '../access/refusals.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import { insertOnce } from '../database/insert-once.js';
import { locked } from '../database/row-lock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type PageOfRows, pageOfRows } from '../web/paging.js';
import { Bell } from './bell.js';
import { Job } from './job.entity.js';

const KEPT_DAYS = 30;

export interface NewJob {
  /** As it is registered. */
  kind: string;
  /** Names the work, at most 190 characters: the same key is the same work, and is done once. */
  dedupeKey: string;
  /** Plain data; ids rather than records. */
  payload: object | null;
  /** Not before; at once where it is left out. */
  runAt?: Date;
  /** Whoever may watch it at `/jobs/:id`. */
  startedBy?: Pick<Actor, 'personId'>;
  /** Path of the page that shows what came of it. */
  returnTo?: string;
}

export type JobFilter = 'parked' | 'open' | 'done';

const isWatcher = (actor: Actor, { startedById }: Job): boolean =>
  startedById === actor.personId || hasRole(actor, 'admin');

/** Jobs as others see them: added with their cause, watched by whoever started them, kept in order by administrators. */
@Injectable()
export class JobsService {
  constructor(
    @InjectRepository(Job) private readonly jobs: Repository<Job>,
    private readonly units: UnitOfWork,
    private readonly bell: Bell,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Adds a job in the unit of work of its cause: both are kept, or neither. A worker begins as soon as they are.
   * @returns its id; that of the job that was there already where the key is known.
   */
  async add(manager: EntityManager, job: NewJob): Promise<number> {
    if (job.dedupeKey.length > 190) throw new Error(`the key of a job is too long: ${job.dedupeKey}`);
    await insertOnce(manager, Job, this.row(job));
    const where = { dedupeKey: job.dedupeKey };
    const { id } = await manager.findOneOrFail(Job, { select: { id: true }, where, ...locked(manager) });
    this.units.afterCommit(() => this.bell.ring());
    return id;
  }

  /** A job as the person who started it, or an administrator, may see it. @throws Missing */
  async watched(actor: Actor, id: number): Promise<Job> {
    const job = await this.jobs.findOneBy({ id });
    if (!job || !isWatcher(actor, job)) throw new Missing('job');
    return job;
  }

  /** The page where the actor may watch a job; null where it is somebody else's, or gone. */
  async watchPath(actor: Actor, id: number): Promise<string | null> {
    const job = await this.jobs.findOneBy({ id });
    return job && isWatcher(actor, job) ? `/jobs/${id}` : null;
  }

  /** Whether one of these waits or is being done; those given up are not. */
  async areAnyOpen(manager: EntityManager, ids: readonly number[]): Promise<boolean> {
    if (ids.length === 0) return false;
    return await manager.existsBy(Job, { id: In([...ids]), doneAt: IsNull(), failedAt: IsNull() });
  }

  /** The newest first. */
  async page(filter: JobFilter, page: number): Promise<PageOfRows<Job>> {
    const where = {
      parked: { doneAt: IsNull(), failedAt: Not(IsNull()) },
      open: { doneAt: IsNull(), failedAt: IsNull() },
      done: { doneAt: Not(IsNull()) },
    }[filter];
    return await pageOfRows(page, (rows) => this.jobs.find({ where, order: { id: 'DESC' }, ...rows }));
  }

  async count(filter: 'parked' | 'open'): Promise<number> {
    return await this.jobs.countBy({
      doneAt: IsNull(),
      failedAt: filter === 'open' ? IsNull() : Not(IsNull()),
    });
  }

  /** Starts a parked job again, with all its attempts before it. @throws Missing where it is not parked. */
  async retry(actor: Actor, id: number): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const job = await manager.findOne(Job, { where: { id, failedAt: Not(IsNull()) }, ...locked(manager) });
      if (!job) throw new Missing('parked job');
      await manager.update(Job, { id }, { failedAt: null, attempts: 0, runAt: this.clock.now() });
      await this.audit.note(manager, {
        by: actor,
        action: 'jobs.audit.retried',
        record: { type: 'job', id },
      });
      this.units.afterCommit(() => this.bell.ring());
    });
  }

  /** Drops what was done a month ago. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    await this.units.inTransaction((manager) => manager.delete(Job, { doneAt: LessThan(before) }));
  }

  private row({ kind, dedupeKey, payload, runAt, startedBy, returnTo }: NewJob): Omit<Job, 'id'> {
    const now = this.clock.now();
    return {
      kind,
      dedupeKey,
      payload,
      createdAt: now,
      runAt: runAt ?? now,
      leaseUntil: null,
      leaseOwner: null,
      attempts: 0,
      doneAt: null,
      failedAt: null,
      lastError: null,
      progressDone: 0,
      progressTotal: 0,
      startedById: startedBy?.personId ?? null,
      returnTo: returnTo ?? null,
    };
  }
}
