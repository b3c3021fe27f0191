import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { AnswerProblem } from '../quizzes/question-types/question-type.js';
import { readAnswer, scoreAnswer } from '../quizzes/question-types/question-types.js';
import { MissedQuestionsService } from './missed-questions.service.js';
import { POINTS } from './recall-question.js';
import { RecallAnswer, RecallItem } from './recall.entity.js';
import { afterAnswer, type ScheduledQuestion } from './recall-schedule.js';
import { type AskedAgain, RecallService } from './recall.service.js';

interface GivenRecall {
  questionId: number;
  /** The text and the time that the page had shown. */
  versionId: number;
  times: number;
  answer: unknown;
  key: string;
}

export type RecallProblem = AnswerProblem | 'empty';

/** Checks and keeps answers to questions asked again. */
@Injectable()
export class RecallAnswersService {
  constructor(
    @InjectRepository(RecallAnswer) private readonly answers: Repository<RecallAnswer>,
    private readonly enrolments: EnrolmentsService,
    private readonly missed: MissedQuestionsService,
    private readonly recall: RecallService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Sent again with the same key it leads to the same answer, and nothing is written.
   * @throws Missing for who is enrolled nowhere; Refusal where the question is not asked (any more)
   */
  async answer(actor: Actor, given: GivenRecall): Promise<{ answerId: number } | { problem: RecallProblem }> {
    const place = await this.enrolments.currentPlace(actor);
    const missed = await this.missed.of(place);
    const { enrolmentId } = place;
    return await this.units.inTransaction(async (manager) => {
      await manager.findOneOrFail(Enrolment, { where: { id: enrolmentId }, ...locked(manager) });
      const known = await manager.findOneBy(RecallAnswer, { enrolmentId, clientKey: given.key });
      if (known) return { answerId: known.id };
      const { chosen } = await this.recall.round(manager, enrolmentId, missed);
      const item = chosen.find(({ questionId }) => questionId === given.questionId);
      const question = item && (await this.recall.ask(manager, enrolmentId, item));
      if (!question || question.versionId !== given.versionId || question.times !== given.times)
        throw new Refusal('recall.refusals.not-asked', {}, '/recall');
      const reading = readAnswer(question, question.drawn, given.answer);
      if ('problem' in reading) return reading;
      if (reading.value === null) return { problem: 'empty' };
      return await keep(
        manager,
        enrolmentId,
        { item, question, value: reading.value },
        given.key,
        this.clock.now(),
      );
    });
  }

  /** @throws Missing where it is not the actor's own */
  async find(actor: Actor, id: number): Promise<RecallAnswer> {
    const { enrolmentId } = await this.enrolments.currentPlace(actor);
    const answer = await this.answers.findOne({
      where: { id, enrolmentId },
      relations: { questionVersion: true },
    });
    if (!answer) throw new Missing('answer');
    return answer;
  }
}

interface ReadRecall {
  item: ScheduledQuestion;
  question: AskedAgain;
  value: unknown;
}

async function keep(
  manager: EntityManager,
  enrolmentId: number,
  { item, question, value }: ReadRecall,
  clientKey: string,
  answeredAt: Date,
): Promise<{ answerId: number }> {
  const { questionId, versionId: questionVersionId, drawn } = question;
  const isRight = scoreAnswer(question, drawn, value, POINTS) === POINTS;
  const { step, dueAt } = afterAnswer(item.step, isRight, answeredAt);
  const number = item.times + 1;
  const before = await manager.findOneBy(RecallItem, { enrolmentId, questionId });
  const state = { enrolmentId, questionId, step, dueAt, lastRight: isRight, answeredAt, times: number };
  const { id: itemId } = await manager.save(manager.create(RecallItem, { ...before, ...state }));
  const answer = { enrolmentId, itemId, number, clientKey, questionVersionId, drawn, value, isRight, dueAt };
  const { id } = await manager.save(manager.create(RecallAnswer, { ...answer, answeredAt }));
  return { answerId: id };
}
