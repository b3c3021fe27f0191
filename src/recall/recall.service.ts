import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, MoreThan, type Repository } from 'typeorm';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { Question } from '../courses/question.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { Dictionary } from '../platform/i18n/words.js';
import type { Drawn } from '../quizzes/question-types/question-type.js';
import type { StoredQuestion } from '../quizzes/question-types/question-types.js';
import { type MissedQuestions, MissedQuestionsService } from './missed-questions.service.js';
import { RecallAnswer, RecallItem } from './recall.entity.js';
import { drawnFor } from './recall-question.js';
import { recallItems, type ScheduledQuestion } from './recall-schedule.js';
import { chooseRecall, MOST_A_WEEK, nextRecall, ofThisWeek } from './recall-week.js';

/** A week's questions asked again: those answered, and those still to be asked. */
export interface RecallRound {
  enrolmentId: number;
  /** Of this week, in their order. */
  answered: (RecallAnswer & { session: number })[];
  chosen: ScheduledQuestion[];
  /** When more come, once none is left for now. */
  next: ReturnType<typeof nextRecall>;
}

/** A question to be asked again as its page shows it. */
export interface AskedAgain extends StoredQuestion {
  questionId: number;
  versionId: number;
  times: number;
  drawn: Drawn;
}

export interface RecallPage {
  round: RecallRound;
  /** Null: none is left for now. */
  question: AskedAgain | null;
  /** Sent with the answer, so that the same form sent again is known. */
  key: string;
}

/** Questions that a learner missed, asked again. No score follows from any of it, and it holds nothing up. */
@Injectable()
export class RecallService {
  constructor(
    @InjectRepository(Question) private readonly questions: Repository<Question>,
    private readonly missed: MissedQuestionsService,
    private readonly clock: Clock,
    private readonly dictionary: Dictionary,
  ) {}

  async roundOf(place: LearnerPlace): Promise<RecallRound> {
    return await this.round(this.questions.manager, place.enrolmentId, await this.missed.of(place));
  }

  /** The round with its next question. */
  async next(place: LearnerPlace): Promise<RecallPage> {
    const round = await this.roundOf(place);
    const [first] = round.chosen;
    const question = first ? await this.ask(this.questions.manager, place.enrolmentId, first) : null;
    return { round, question, key: randomUUID() };
  }

  /** The round as a unit of work sees it. */
  async round(manager: EntityManager, enrolmentId: number, missed: MissedQuestions): Promise<RecallRound> {
    if (missed.misses.length === 0) return { enrolmentId, answered: [], chosen: [], next: null };
    const now = this.clock.now();
    const lately = MoreThan(new Date(now.getTime() - WEEK_AND_A_DAY));
    const [states, lastAnswers] = await Promise.all([
      manager.findBy(RecallItem, { enrolmentId }),
      manager.find(RecallAnswer, {
        where: { enrolmentId, answeredAt: lately },
        relations: { questionVersion: { question: { session: true } } },
        order: { id: 'ASC' },
      }),
    ]);
    const dayOf = (at: Date): string => this.dictionary.in('id').isoDay(at);
    const answered = ofThisWeek(lastAnswers, dayOf, now).map((answer) =>
      Object.assign(answer, { session: answer.questionVersion.question.session.number }),
    );
    const items = recallItems(missed.misses, states, missed.held);
    const chosen = chooseRecall(items, answered, now);
    const next = nextRecall(items, answered.length >= MOST_A_WEEK, dayOf, now);
    return { enrolmentId, answered, chosen, next };
  }

  /** The published text of a question, with what is drawn for this time. */
  async ask(manager: EntityManager, enrolmentId: number, item: ScheduledQuestion): Promise<AskedAgain> {
    const { questionId, times } = item;
    const rows: PublishedRow[] = await manager.query(PUBLISHED, [questionId]);
    const { versionId, type, stem, body } = rows[0] as PublishedRow;
    const question = { type, stem, body: JSON.parse(body) as unknown };
    return { ...question, questionId, versionId, times, drawn: drawnFor(question, enrolmentId, item) };
  }
}

const WEEK_AND_A_DAY = 8 * 24 * 3_600_000;

const PUBLISHED = `
  SELECT v.id AS versionId, v.type, v.stem, v.body
    FROM questions q
    JOIN question_versions v ON v.id = q.current_version_id
   WHERE q.id = ?`;

interface PublishedRow {
  versionId: number;
  type: string;
  stem: string;
  body: string;
}
