import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Grading, PeerFactor } from '../assignments/grading.entity.js';
import { Submission } from '../assignments/submission.entity.js';
import { nextState } from '../assignments/submission-rules.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Desk } from './desk.service.js';
import { GradeNewsService } from './grade-news.service.js';
import { mayReturn, type Judgement, scoresOf, seenOf } from './judgement.js';

type Ending = 'draft' | 'published' | 'returned';

/** Keeps judgements. Whoever has not seen the latest saves nothing, and is told what stands. */
@Injectable()
export class GradingsService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly news: GradeNewsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @returns false where somebody else has judged since the page was opened: nothing is kept then */
  async saveDraft(actor: Actor, desk: Desk, judgement: Judgement): Promise<boolean> {
    return await this.keep(actor, desk, judgement, 'draft');
  }

  /** Tells every member; a grade that was published already is corrected, which needs a reason and is recorded. */
  async publish(actor: Actor, desk: Desk, judgement: Judgement): Promise<boolean> {
    return await this.keep(actor, desk, judgement, 'published');
  }

  /** Gives the work back to be revised. @throws Refusal where it may not be revised again */
  async giveBack(actor: Actor, desk: Desk, judgement: Judgement): Promise<boolean> {
    return await this.keep(actor, desk, judgement, 'returned');
  }

  private async keep(actor: Actor, desk: Desk, judgement: Judgement, ending: Ending): Promise<boolean> {
    return await this.units.inTransaction(async (manager) => {
      const submission = await manager.findOneOrFail(Submission, {
        where: { id: desk.submission.id },
        ...locked(manager),
      });
      const [latest = null] = await manager.find(Grading, {
        where: { submissionId: submission.id },
        order: { round: 'DESC' },
        take: 1,
      });
      if (judgement.seen !== seenOf(latest)) return false;
      refuse(submission, desk, judgement, ending);
      const grading = await this.write(manager, actor, desk, judgement, latest, ending);
      if (ending !== 'draft') await this.conclude(manager, actor, desk, submission, grading);
      return true;
    });
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    desk: Desk,
    { levels, feedback, reason, factors }: Judgement,
    latest: Grading | null,
    state: Ending,
  ): Promise<Grading> {
    const open = latest?.state === 'draft' ? latest : null;
    const scores = scoresOf(desk.content.rubric, levels, desk.submission.daysLate);
    const grading = await manager.save(
      manager.create(Grading, {
        ...(open ? { id: open.id } : {}),
        submissionId: desk.submission.id,
        round: open?.round ?? (latest?.round ?? 0) + 1,
        graderId: actor.personId,
        state,
        levels,
        feedback,
        reason,
        scoreBefore: scores.before,
        penalty: scores.penalty,
        score: scores.after,
        version: (open?.version ?? 0) + 1,
        savedAt: this.clock.now(),
      }),
    );
    await manager.delete(PeerFactor, { gradingId: grading.id });
    for (const [enrolmentId, factor] of factors)
      if (factor !== 0) await manager.insert(PeerFactor, { gradingId: grading.id, enrolmentId, factor });
    return grading;
  }

  private async conclude(
    manager: EntityManager,
    actor: Actor,
    desk: Desk,
    before: Submission,
    grading: Grading,
  ): Promise<void> {
    const judgedAt = this.clock.now();
    const state = grading.state === 'returned' ? 'returned' : 'graded';
    const score = state === 'graded' ? grading.score : null;
    await manager.update(Submission, { id: before.id }, { state, judgedAt, score });
    await this.news.tell(manager, desk, grading, judgedAt);
    if (before.state !== 'graded') return;
    await this.audit.note(manager, {
      by: actor,
      action: 'grading.audit.corrected',
      record: { type: 'submission', id: before.id },
      fields: { score: { from: before.score, to: score } },
      reason: grading.reason,
    });
  }
}

/** @throws Refusal */
function refuse(submission: Submission, desk: Desk, judgement: Judgement, ending: Ending): void {
  const { levels, reason } = judgement;
  if (submission.state === 'replaced' || submission.state === 'draft')
    throw new Refusal('grading.refusals.replaced');
  if (ending === 'returned' && !mayReturn(submission)) throw new Refusal('grading.refusals.not-returnable');
  if (ending !== 'published') return;
  if (scoresOf(desk.content.rubric, levels, submission.daysLate).after === null)
    throw new Refusal('grading.refusals.no-levels');
  if (nextState(submission.state, 'grade') === null && reason === '')
    throw new Refusal('grading.refusals.no-reason');
}
