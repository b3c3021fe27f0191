import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/access/refusals.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DraftFilesService } from './draft-files.service.js';
import { Submission } from './submission.entity.js';
import { type LearnerWork, submitterOfWork, WorksService } from './works.service.js';

/** What became of a text: the counter that the page's next save has to have seen, or what stands instead of it. */
type SavedText = { seq: number } | { stale: { text: string; seq: number } };

/** Drafts: any member of a pair or team writes for all. Text and files are kept apart, so that each is safe alone. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly works: WorksService,
    private readonly files: DraftFilesService,
  ) {}

  /**
   * Keeps a text whose page had seen `seq`. Another member's newer text is never overwritten unseen; the same text
   * again changes nothing. @throws Refusal where nothing may be changed now
   */
  async saveText(work: LearnerWork, text: string, seq: number): Promise<SavedText> {
    return await this.units.inTransaction(async (manager) => {
      const { draft, last } = await this.works.toChange(manager, work);
      const standing = draft ?? last;
      if (standing?.text === text || (!standing && text === '')) return { seq: draft?.textSeq ?? 0 };
      if (!draft && last) return { stale: { text: last.text, seq: 0 } }; // handed in since the page was opened
      if (draft && draft.textSeq !== seq) return { stale: { text: draft.text, seq: draft.textSeq } };
      const { id, textSeq } = draft ?? (await this.begin(manager, work, null));
      await manager.update(Submission, { id }, { text, textSeq: textSeq + 1 });
      return { seq: textSeq + 1 };
    });
  }

  /** Begins a draft that is to replace or revise what was handed in last: a copy of it. Begun already, it stays. */
  async reopen(work: LearnerWork): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const { draft, last } = await this.works.toChange(manager, work);
      if (draft || !last) return;
      const copy = await this.begin(manager, work, last);
      await this.files.copy(manager, last.id, copy.id);
    });
  }

  /** Drops such a draft: what was handed in stands. */
  async discard(work: LearnerWork): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const { draft, last } = await this.works.toChange(manager, work);
      if (!draft || !last) return;
      await this.files.removeAll(manager, draft.id);
      await manager.delete(Submission, { id: draft.id });
    });
  }

  /** The draft inside a unit, begun where nothing was handed in. @throws Refusal where it has to be reopened first */
  async open(manager: EntityManager, work: LearnerWork): Promise<Submission> {
    const { draft, last } = await this.works.toChange(manager, work);
    if (!draft && last) throw new Refusal('assignments.refusals.handed-in-meanwhile');
    return draft ?? (await this.begin(manager, work, null));
  }

  private async begin(
    manager: EntityManager,
    work: LearnerWork,
    last: Submission | null,
  ): Promise<Submission> {
    const { activity, place } = work;
    const { kind, id } = submitterOfWork(work);
    return await manager.save(
      manager.create(Submission, {
        activityId: activity.id,
        activityVersionId: last?.activityVersionId ?? activity.currentVersionId,
        cohortId: place.cohort.id,
        classGroupId: place.groups.class?.id ?? null,
        submitterKind: kind,
        submitterId: id,
        number: (last?.number ?? 0) + 1,
        revision: (last?.revision ?? 0) + (last?.state === 'returned' ? 1 : 0),
        state: 'draft',
        text: last?.text ?? '',
        textSeq: 0,
        clientKey: null,
        submittedAt: null,
        submittedById: null,
        daysLate: 0,
        judgedAt: null,
        score: null,
        receipt: null,
      }),
    );
  }
}
