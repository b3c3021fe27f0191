import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { QuizContent } from '../courses/activity-content.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { Attempt, type AttemptState } from './attempt.entity.js';
import type { Drawn } from './question-types/question-type.js';

/** An attempt with what its pages show of its quiz. */
export interface AttemptRecord {
  id: number;
  number: number;
  enrolmentId: number;
  cohortId: number;
  startedAt: Date;
  deadlineAt: Date | null;
  submittedAt: Date | null;
  state: AttemptState;
  score: number | null;
  mustPassMet: boolean;
  activity: {
    id: number;
    title: string;
    critical: string | null;
  };
  /** The number of the session (P1 … P24). */
  session: number;
  content: QuizContent;
}

/** A question of an attempt with the answer that stands. Its body holds the key: it goes through `showQuestion`. */
export interface QuestionRecord {
  position: number;
  type: string;
  stem: string;
  body: unknown;
  drawn: Drawn;
  points: number;
  mustPass: boolean;
  seq: number;
  value: unknown;
  flagged: boolean;
  answeredAt: Date | null;
  score: number | null;
  /** Of whoever judged it, in the latest round. */
  feedback: string | null;
}

/** Reads attempts through the person who asks. */
@Injectable()
export class AttemptReaderService {
  constructor(@InjectRepository(Attempt) private readonly attempts: Repository<Attempt>) {}

  /** @throws Missing where it is not the actor's own */
  async attempt(actor: Actor, id: number): Promise<AttemptRecord> {
    const rows: AttemptRow[] = await this.attempts.query(ATTEMPT, [id, actor.personId]);
    if (!rows[0]) throw new Missing('attempt');
    return attemptOf(rows[0]);
  }

  /** In the order in which the attempt shows them. */
  async questions(attemptId: number): Promise<QuestionRecord[]> {
    const rows: QuestionRow[] = await this.attempts.query(QUESTIONS, [attemptId]);
    return rows.map(questionOf);
  }

  /** All attempts of the same enrolment at the same quiz, in their order. */
  async siblings({ enrolmentId, activity }: AttemptRecord): Promise<Attempt[]> {
    return await this.attempts.find({
      where: { enrolmentId, activityId: activity.id },
      order: { number: 'ASC' },
    });
  }
}

const ATTEMPT = `
  SELECT a.id, a.number, a.enrolment_id AS enrolmentId, e.cohort_id AS cohortId, a.started_at AS startedAt,
         a.deadline_at AS deadlineAt, a.submitted_at AS submittedAt, a.state, a.score, a.must_pass_met AS mustPassMet,
         t.id AS activityId, t.title, t.critical, s.number AS session, v.content
    FROM attempts a
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN activities t ON t.id = a.activity_id
    JOIN sessions s ON s.id = t.session_id
    JOIN activity_versions v ON v.id = a.activity_version_id
   WHERE a.id = ? AND e.person_id = ? AND e.status <> 'withdrawn'`;

const QUESTIONS = `
  SELECT q.position, v.type, v.stem, v.body, q.drawn, q.points, q.must_pass AS mustPass, q.seq, q.value, q.flagged,
         q.answered_at AS answeredAt, q.score,
         (SELECT j.feedback FROM answer_judgements j
           WHERE j.attempt_question_id = q.id ORDER BY j.round DESC LIMIT 1) AS feedback
    FROM attempt_questions q
    JOIN question_versions v ON v.id = q.question_version_id
   WHERE q.attempt_id = ?
   ORDER BY q.position`;

type Raw<
  Record,
  Instants extends keyof Record,
  Texts extends keyof Record,
  Flags extends keyof Record,
> = Omit<Record, Instants | Texts | Flags> & {
  [Name in Instants]: RawInstant | Extract<Record[Name], null>;
} & { [Name in Texts]: string } & {
  [Name in Flags]: number;
};
type AttemptRow = Raw<
  Omit<AttemptRecord, 'activity'>,
  'startedAt' | 'deadlineAt' | 'submittedAt',
  'content',
  'mustPassMet'
> &
  Omit<AttemptRecord['activity'], 'id'> & { activityId: number };
type QuestionRow = Raw<
  Omit<QuestionRecord, 'value'>,
  'answeredAt',
  'body' | 'drawn',
  'mustPass' | 'flagged'
> & { value: string | null };

function attemptOf(row: AttemptRow): AttemptRecord {
  const { activityId, title, critical, ...rest } = row;
  return {
    ...rest,
    startedAt: instantOf(row.startedAt),
    deadlineAt: instantOf(row.deadlineAt),
    submittedAt: instantOf(row.submittedAt),
    mustPassMet: Boolean(row.mustPassMet),
    content: JSON.parse(row.content) as QuizContent,
    activity: { id: activityId, title, critical },
  };
}

const questionOf = (row: QuestionRow): QuestionRecord => ({
  ...row,
  body: JSON.parse(row.body),
  drawn: JSON.parse(row.drawn) as Drawn,
  value: row.value === null ? null : JSON.parse(row.value),
  mustPass: Boolean(row.mustPass),
  flagged: Boolean(row.flagged),
  answeredAt: instantOf(row.answeredAt),
});
