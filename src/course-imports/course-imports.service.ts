import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { readFile } from 'node:fs/promises';
import { type EntityManager, IsNull, type Repository } from 'typeorm';
import { mustBeOffice } from '../people/office.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal, Stale } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { JobsService } from '../platform/jobs/jobs.service.js';
import { BlobsService } from '../platform/uploads/blobs.service.js';
import type { ArrivedFile } from '../platform/uploads/upload.js';
import { CourseImport } from './course-import.entity.js';
import { ImportPreviewsService } from './import-previews.service.js';
import { IMPORT_COURSE } from './import-runs.service.js';
import { sentPack, type SentTrouble } from './sent-pack.js';

const SHOWN = 20;

/** Packs that the office sends: kept until somebody has looked at what they would change, then brought in by a job. */
@Injectable()
export class CourseImportsService {
  constructor(
    @InjectRepository(CourseImport) private readonly imports: Repository<CourseImport>,
    private readonly previews: ImportPreviewsService,
    private readonly blobs: BlobsService,
    private readonly jobs: JobsService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Of everybody, the newest first. @throws Forbidden */
  async recent(actor: Actor): Promise<CourseImport[]> {
    mustBeOffice(actor);
    return await this.imports.find({ relations: { person: true }, order: { id: 'DESC' }, take: SHOWN });
  }

  /** @throws Forbidden; Missing */
  async find(actor: Actor, id: number): Promise<CourseImport> {
    mustBeOffice(actor);
    const found = await this.imports.findOne({ where: { id }, relations: { blob: true, person: true } });
    if (!found) throw new Missing('import');
    return found;
  }

  /** Keeps what reads without a problem, and nothing else. @returns the import's id, or what is wrong @throws Forbidden */
  async receive(actor: Actor, file: ArrivedFile): Promise<{ kind: 'kept'; id: number } | SentTrouble> {
    mustBeOffice(actor);
    const sent = await sentPack(await readFile(file.path));
    if (sent.kind !== 'course') return sent;
    const { key: courseKey, title } = sent.pack;
    const stored = await this.blobs.keep(file);
    const id = await this.units.inTransaction(async (manager) => {
      const { key: blobKey } = await this.blobs.record(manager, stored, actor.personId);
      const names = { courseKey, title, fileName: nameOf(file) };
      const sending = { blobKey, personId: actor.personId, createdAt: this.clock.now() };
      return (await manager.save(manager.create(CourseImport, { ...names, ...sending }))).id;
    });
    return { kind: 'kept', id };
  }

  /**
   * Lets a job bring the pack in; the same again comes to the same as once. `seen` is the edition of the course that
   * the page showed.
   * @throws Forbidden; Missing; Stale where the course has changed since; Refusal, also while another pack of the same
   * course is being brought in: two at once would leave a session of one beside a session of the other
   */
  async start(actor: Actor, id: number, seen: string): Promise<void> {
    const found = await this.find(actor, id);
    if (found.jobId !== null) return;
    const { edition, changes } = await this.previews.of(found);
    if (changes.conflicts.length > 0) throw new Refusal('course-imports.refusals.conflicts');
    if (edition !== seen) throw new Stale();
    await this.units.inTransaction(async (manager) => {
      if (await this.hasBegun(manager, found)) return;
      const job = await this.jobs.add(manager, {
        kind: IMPORT_COURSE,
        dedupeKey: `course-import:${id}`,
        payload: { id },
        startedBy: actor,
        returnTo: `/courses/import/${id}`,
      });
      await manager.update(CourseImport, { id }, { jobId: job });
      const record = { type: 'course-import', id };
      const fields = { course: { from: null, to: found.courseKey } };
      await this.audit.note(manager, { by: actor, action: 'course-imports.audit.started', record, fields });
    });
  }

  /** Where the actor may watch a pack come in; null where another started it. */
  async watchPath(actor: Actor, { jobId }: Pick<CourseImport, 'jobId'>): Promise<string | null> {
    return jobId === null ? null : await this.jobs.watchPath(actor, jobId);
  }

  /** Forgets a pack that nobody wants brought in. @throws Forbidden; Missing; Refusal where it is being brought in */
  async drop(actor: Actor, id: number): Promise<void> {
    mustBeOffice(actor);
    await this.units.inTransaction(async (manager) => {
      const { jobId, blobKey } = await waiting(manager, id);
      if (jobId !== null) throw new Refusal('course-imports.refusals.started');
      await manager.delete(CourseImport, { id });
      if (blobKey !== null) await this.blobs.erase(manager, blobKey);
    });
  }

  /** Behind a lock on every pack of the course that is not in yet. @throws Missing; Refusal where another is begun */
  private async hasBegun(manager: EntityManager, { id, courseKey }: CourseImport): Promise<boolean> {
    const where = { courseKey, finishedAt: IsNull() };
    const open = await manager.find(CourseImport, { where, order: { id: 'ASC' }, ...locked(manager) });
    const { jobId } = open.find((one) => one.id === id) ?? (await waiting(manager, id));
    if (jobId !== null) return true;
    const others = open.flatMap((one) => one.jobId ?? []);
    if (await this.jobs.areAnyOpen(manager, others)) throw new Refusal('course-imports.refusals.busy');
    return false;
  }
}

async function waiting(manager: EntityManager, id: number): Promise<CourseImport> {
  const found = await manager.findOne(CourseImport, { where: { id }, ...locked(manager) });
  if (!found) throw new Missing('import');
  return found;
}

const nameOf = ({ name }: ArrivedFile): string => name.replace(/\p{C}/gu, '').slice(0, 190);
