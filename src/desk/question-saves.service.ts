import { Injectable } from '@nestjs/common';
import { PublishingService } from '../courses/publishing.service.js';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { Session } from '../courses/session.entity.js';
import { Stale } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { locked } from '../platform/database/row-lock.js';
import { type QuestionPlace, seenOf } from './question-editing.service.js';
import type { QuestionDraft } from './question-draft.js';
import { writtenQuestion } from './written-question.js';

/** Publishes what was written in the form of a question, once it has no problems. */
@Injectable()
export class QuestionSavesService {
  constructor(
    private readonly publishing: PublishingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes the next version. @throws Stale where the question is not as the form had seen it */
  async publish(questionId: number, draft: QuestionDraft, seen: string): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const question = await manager.findOneOrFail(Question, {
        where: { id: questionId },
        ...locked(manager),
      });
      const current = await manager.findOneByOrFail(QuestionVersion, { id: question.currentVersionId ?? 0 });
      if (seen !== seenOf(current, question)) throw new Stale();
      await manager.update(Question, { id: questionId }, { mustPass: draft.mustPass });
      const now = this.clock.now();
      await this.publishing.publishQuestion(manager, questionId, writtenQuestion(draft), { now });
    });
  }

  /** Adds a question to the bank; sent again it leads to the same. @returns its id */
  async create({ course, session }: QuestionPlace, key: string, draft: QuestionDraft): Promise<number> {
    return await this.units.inTransaction(async (manager) => {
      // One at a time in a session, so that of two that are the same the second finds the first.
      await manager.findOneOrFail(Session, { where: { id: session.id }, ...locked(manager) });
      const known = await manager.findOneBy(Question, { courseId: course.id, key });
      if (known) return known.id;
      const { id } = await manager.save(
        manager.create(Question, {
          courseId: course.id,
          sessionId: session.id,
          key,
          mustPass: draft.mustPass,
          currentVersionId: null,
        }),
      );
      const now = this.clock.now();
      await this.publishing.publishQuestion(manager, id, writtenQuestion(draft), { now });
      return id;
    });
  }
}
