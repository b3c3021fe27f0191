import type { EntityManager } from 'typeorm';
import type { QuizContent } from '../courses/activity-content.js';
import { Missing } from '../platform/access/refusals.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import type { LoggedOutcome } from './attempt.entity.js';
import type { Drawn } from './question-types/question-type.js';

/*
 * Saving an answer is what a class full of phones does at the same time: its three sentences are plain SQL.
 */

export interface GivenAnswer {
  /** Place of the question in the attempt, from 1. */
  position: number;
  /** The counter of the answer that the page had seen. */
  seq: number;
  /** As a form or JSON carries it, by the letters of the page. */
  answer: unknown;
  flagged: boolean;
  /** The same key is the same answer sent again. */
  key: string;
  clientAt: Date | null;
}

/** The answer that stands, with what decides about one that arrives. */
export interface StoredAnswer {
  /** Of the question in the attempt. */
  id: number;
  position: number;
  type: string;
  stem: string;
  body: unknown;
  drawn: Drawn;
  seq: number;
  /** JSON text. */
  value: string | null;
  flagged: boolean;
  answeredAt: Date | null;
  startedAt: Date;
  deadlineAt: Date | null;
  submittedAt: Date | null;
  content: QuizContent;
  /** The same key in the log. */
  logged: { outcome: LoggedOutcome; receivedAt: Date } | null;
}

const STORED = `
  SELECT q.id, q.position, q.drawn, q.seq, q.value, q.flagged, q.answered_at AS answeredAt, v.type, v.stem, v.body,
         a.started_at AS startedAt, a.deadline_at AS deadlineAt, a.submitted_at AS submittedAt, w.content,
         l.outcome, l.received_at AS receivedAt
    FROM attempts a
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN attempt_questions q ON q.attempt_id = a.id AND q.position = ?
    JOIN question_versions v ON v.id = q.question_version_id
    JOIN activity_versions w ON w.id = a.activity_version_id
    LEFT JOIN answer_log l ON l.attempt_id = a.id AND l.client_key = ?
   WHERE a.id = ? AND e.person_id = ? AND e.status <> 'withdrawn'`;

type StoredRow = Omit<
  StoredAnswer,
  | 'body'
  | 'drawn'
  | 'content'
  | 'flagged'
  | 'answeredAt'
  | 'startedAt'
  | 'deadlineAt'
  | 'submittedAt'
  | 'logged'
> & { body: string; drawn: string; content: string; flagged: number; startedAt: RawInstant } & {
  [Name in 'answeredAt' | 'deadlineAt' | 'submittedAt' | 'receivedAt']: RawInstant | null;
} & { outcome: LoggedOutcome | null };

/** Of a question of the person's own attempt. @throws Missing where there is no such question */
export async function findStored(
  manager: EntityManager,
  attemptId: number,
  { position, key }: GivenAnswer,
  personId: number,
): Promise<StoredAnswer> {
  const rows: StoredRow[] = await manager.query(STORED, [position, key, attemptId, personId]);
  const [row] = rows;
  if (!row) throw new Missing('question of an attempt');
  const { outcome, receivedAt } = row;
  return {
    ...row,
    body: JSON.parse(row.body),
    drawn: JSON.parse(row.drawn) as Drawn,
    content: JSON.parse(row.content) as QuizContent,
    flagged: Boolean(row.flagged),
    answeredAt: instantOf(row.answeredAt),
    startedAt: instantOf(row.startedAt),
    deadlineAt: instantOf(row.deadlineAt),
    submittedAt: instantOf(row.submittedAt),
    logged: outcome && receivedAt ? { outcome, receivedAt: instantOf(receivedAt) } : null,
  };
}

/** Puts an answer in the place of the one that stood. */
export const writeAnswer = (
  manager: EntityManager,
  id: number,
  { flagged }: Pick<GivenAnswer, 'flagged'>,
  value: string | null,
  now: Date,
): Promise<unknown> =>
  manager.query(
    'UPDATE attempt_questions SET value = ?, seq = seq + 1, flagged = ?, answered_at = ? WHERE id = ?',
    [value, Number(flagged), now, id],
  );

/** Adds an answer to the log, with what became of it. */
export const logAnswer = (
  manager: EntityManager,
  attemptId: number,
  { key, position, seq, clientAt }: GivenAnswer,
  value: string | null,
  outcome: LoggedOutcome,
  now: Date,
): Promise<unknown> =>
  manager.query(
    `INSERT INTO answer_log (attempt_id, client_key, position, seq_seen, value, outcome, received_at, client_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [attemptId, key, position, seq, value, outcome, now, clientAt],
  );
