import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, LessThan, Not, type Repository } from 'typeorm';
import { PackImportService } from '../course-packs/pack-import.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { BlobsService } from '../platform/uploads/blobs.service.js';
import { CourseImport } from './course-import.entity.js';
import { ImportPreviewsService } from './import-previews.service.js';

/** Kind of the job that brings a pack in. */
export const IMPORT_COURSE = 'course-imports.jobs.import';

const WAITING_DAYS = 7;

/** Brings in what was agreed to, and forgets what nobody decided about. */
@Injectable()
export class ImportRunsService {
  constructor(
    @InjectRepository(CourseImport) private readonly imports: Repository<CourseImport>,
    private readonly previews: ImportPreviewsService,
    private readonly packs: PackImportService,
    private readonly blobs: BlobsService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Cut off and begun again it comes to the same; its report then tells what was left to do. */
  async run(id: number, progress: (done: number, total: number) => Promise<void>): Promise<void> {
    const found = await this.imports.findOne({
      where: { id, finishedAt: IsNull() },
      relations: { blob: true },
    });
    if (!found) return;
    const report = await this.packs.import(await this.previews.packOf(found), found.personId, progress);
    await this.units.inTransaction(async (manager) => {
      await manager.update(CourseImport, { id }, { report, finishedAt: this.clock.now() });
      await this.forgetPack(manager, found);
    });
  }

  /** Packs that waited a week for somebody's agreement. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - WAITING_DAYS * 86_400_000);
    const waiting = { jobId: IsNull(), blobKey: Not(IsNull()), createdAt: LessThan(before) };
    for (const found of await this.imports.findBy(waiting))
      await this.units.inTransaction(async (manager) => {
        const { affected } = await manager.delete(CourseImport, { id: found.id, jobId: IsNull() });
        if (affected !== 0 && found.blobKey !== null) await this.blobs.erase(manager, found.blobKey);
      });
  }

  private async forgetPack(manager: EntityManager, { id, blobKey }: CourseImport): Promise<void> {
    if (blobKey === null) return;
    await manager.update(CourseImport, { id }, { blobKey: null });
    await this.blobs.erase(manager, blobKey);
  }
}
