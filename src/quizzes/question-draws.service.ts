import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { Attempt, AttemptQuestion } from './attempt.entity.js';
import { drawAttempt, type PoolQuestion, questionRandom } from './draw.js';
import { drawPlan } from './draw-plan.js';
import { drawQuestion } from './question-types/question-types.js';
import type { QuizPlace } from './quiz-places.service.js';

interface BankQuestion extends PoolQuestion {
  versionId: number;
}

/** What a question is worth, in 1/100 of a point: each the same. */
const POINTS = 100;

type NewAttempt = Pick<Attempt, 'enrolmentId' | 'activityId' | 'seed'>;
type DrawnQuestion = Omit<AttemptQuestion, 'id' | 'attempt' | 'attemptId' | 'questionVersion'>;

/** Chooses the questions of an attempt from the bank of the course. */
@Injectable()
export class QuestionDrawsService {
  constructor(@InjectRepository(Question) private readonly questions: Repository<Question>) {}

  /** Every question with a published version, of all sessions of the course. */
  async bank(courseId: number): Promise<BankQuestion[]> {
    const rows: (Omit<BankQuestion, 'isMustPass'> & { isMustPass: number })[] = await this.questions.query(
      `SELECT q.id, s.number AS session, q.must_pass AS isMustPass, q.current_version_id AS versionId
         FROM questions q JOIN sessions s ON s.id = q.session_id
        WHERE q.course_id = ? AND q.current_version_id IS NOT NULL`,
      [courseId],
    );
    return rows.map((row) => ({ ...row, isMustPass: Boolean(row.isMustPass) }));
  }

  /** The questions of a new attempt, ready to be stored; none where the bank has none for this quiz. */
  async draw(
    manager: EntityManager,
    attempt: NewAttempt,
    { activity, content }: QuizPlace,
    bank: readonly BankQuestion[],
  ): Promise<DrawnQuestion[]> {
    const session = activity.session.number;
    const plan = drawPlan(content, session, bank);
    const ids = drawAttempt({ ...plan, session, seen: await seenBy(manager, attempt), seed: attempt.seed });
    const versionOf = new Map(bank.map(({ id, versionId }) => [id, versionId]));
    const versions = await manager.findBy(QuestionVersion, {
      id: In(ids.map((id) => versionOf.get(id) ?? 0)),
    });
    return ids.flatMap((id, index) => {
      const version = versions.find(({ questionId }) => questionId === id);
      const mustPass = plan.pool.find((question) => question.id === id)?.isMustPass ?? false;
      return version ? [placed(version, index + 1, mustPass, attempt.seed)] : [];
    });
  }
}

function placed(version: QuestionVersion, position: number, mustPass: boolean, seed: string): DrawnQuestion {
  return {
    position,
    questionVersionId: version.id,
    drawn: drawQuestion(version, questionRandom(seed, version.questionId)),
    points: POINTS,
    mustPass,
    seq: 0,
    value: null,
    flagged: false,
    answeredAt: null,
    score: null,
  };
}

/** Ids of the questions of this learner's earlier attempts, once for each time. */
async function seenBy(
  manager: EntityManager,
  { enrolmentId, activityId }: Pick<Attempt, 'enrolmentId' | 'activityId'>,
): Promise<number[]> {
  const rows: { id: number }[] = await manager.query(
    `SELECT v.question_id AS id
       FROM attempts a
       JOIN attempt_questions q ON q.attempt_id = a.id
       JOIN question_versions v ON v.id = q.question_version_id
      WHERE a.enrolment_id = ? AND a.activity_id = ?`,
    [enrolmentId, activityId],
  );
  return rows.map(({ id }) => id);
}
