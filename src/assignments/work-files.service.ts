import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { BlobsService, type StoredBlob } from '../platform/uploads/blobs.service.js';
import type { ArrivedFile, Upload, UploadProblem } from '../platform/uploads/upload.js';
import type { AssignmentContent } from '../courses/activity-content.js';
import { decideFile, type FileKind, type FileRefusal } from './accepted-files.js';
import { DraftFilesService } from './draft-files.service.js';
import { DraftsService } from './drafts.service.js';
import { safeFileName } from './file-name.js';
import { SubmissionFile } from './submission-file.entity.js';
import type { LearnerWork } from './works.service.js';

/** Why one file was not taken. */
export type FileTrouble = { name: string; refusal: FileRefusal } | { problem: UploadProblem };

interface TakenFile {
  name: string;
  kind: FileKind;
  stored: StoredBlob;
}

/** Files that learners add to a draft and take out of it. */
@Injectable()
export class WorkFilesService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly drafts: DraftsService,
    private readonly files: DraftFilesService,
    private readonly blobs: BlobsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes what came, each file on its own merits, and tells of those that it does not take. The same content again
   * is there already. @throws Refusal where nothing may be changed now
   */
  async add(work: LearnerWork, content: AssignmentContent, upload: Upload): Promise<FileTrouble[]> {
    const problems = upload.problems.map((problem): FileTrouble => ({ problem }));
    const judged = upload.files.map((file) => ({ file, decision: decideFile(file, 0, content) }));
    const refused = judged.flatMap(({ file, decision }) =>
      'refusal' in decision ? [{ name: file.name, refusal: decision.refusal }] : [],
    );
    const taken: TakenFile[] = [];
    for (const { file, decision } of judged)
      if ('kind' in decision) taken.push(await this.keep(file, decision.kind));
    const { kept, surplus } =
      taken.length > 0 ? await this.attach(work, content, taken) : { kept: new Set<string>(), surplus: [] };
    for (const { stored } of taken) if (!kept.has(stored.key)) await this.blobs.discard(stored);
    return [...problems, ...refused, ...surplus];
  }

  /** @throws Refusal where nothing may be changed now */
  async remove(work: LearnerWork, fileId: number): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const draft = await this.drafts.open(manager, work);
      await this.files.remove(manager, draft.id, fileId);
    });
  }

  private async keep(file: ArrivedFile, kind: FileKind): Promise<TakenFile> {
    return { name: file.name, kind, stored: await this.blobs.keep(file) };
  }

  /** How many there are is known only inside the unit. */
  private async attach(
    work: LearnerWork,
    content: AssignmentContent,
    taken: readonly TakenFile[],
  ): Promise<{ kept: Set<string>; surplus: FileTrouble[] }> {
    return await this.units.inTransaction(async (manager) => {
      const draft = await this.drafts.open(manager, work);
      const there = new Set((await this.files.of(manager, draft.id)).map(({ sha256 }) => sha256));
      const surplus: FileTrouble[] = [];
      const kept = new Set<string>();
      for (const { name, kind, stored } of taken) {
        const decision = decideFile(stored, there.size, content);
        if (there.has(stored.sha256)) continue;
        if ('refusal' in decision) {
          surplus.push({ name, refusal: decision.refusal });
          continue;
        }
        there.add(stored.sha256);
        kept.add(stored.key);
        await this.blobs.record(manager, stored, work.actor.personId);
        await manager.insert(SubmissionFile, {
          submissionId: draft.id,
          blobKey: stored.key,
          name: safeFileName(name, kind),
          kind,
          sha256: stored.sha256,
          bytes: stored.bytes,
          addedAt: this.clock.now(),
          addedById: work.actor.personId,
        });
      }
      return { kept, surplus };
    });
  }
}
