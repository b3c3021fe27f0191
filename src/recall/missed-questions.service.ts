import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { ClosingDatesService } from '../cohorts/closing-dates.service.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import type { QuizContent } from '../courses/activity-content.js';
import { Clock } from '../platform/clock/clock.js';
import { instantOf, type RawInstant } from '../platform/database/columns.js';
import { Attempt } from '../quizzes/attempt.entity.js';
import { reviewPolicy } from '../quizzes/quiz-settings.js';
import { reviewOf } from '../quizzes/review-policy.js';
import type { Miss } from './recall-schedule.js';

export interface MissedQuestions {
  misses: Miss[];
  /** Questions of attempts that run. */
  held: Set<number>;
}

/** What a learner missed, read from the attempts themselves. */
@Injectable()
export class MissedQuestionsService {
  constructor(
    @InjectRepository(Attempt) private readonly attempts: Repository<Attempt>,
    private readonly closing: ClosingDatesService,
    private readonly clock: Clock,
  ) {}

  /** Of the questions that are judged without a person. The number of queries depends on no number of attempts. */
  async of({ enrolmentId, cohort }: LearnerPlace): Promise<MissedQuestions> {
    const rows: MissRow[] = await this.attempts.query(MISSED, [enrolmentId]);
    const answers = rows.map(missedOf);
    const waiting = answers.filter(({ policy }) => policy.key === 'close').map(({ quizId }) => quizId);
    const closesAt = await this.closing.closingDates(cohort.id, [...new Set(waiting)]);
    const now = this.clock.now();
    return {
      held: new Set(answers.flatMap(({ attempt, questionId }) => (attempt.submittedAt ? [] : questionId))),
      misses: answers.flatMap(({ attempt, policy, quizId, questionId, session }) => {
        const request = { attempt, policy, closesAt: closesAt.get(quizId) ?? null, now };
        const missedAt = attempt.submittedAt;
        return missedAt ? [{ questionId, session, missedAt, isReviewed: reviewOf(request).key }] : [];
      }),
    };
  }
}

/** Missed, or in an attempt that runs. */
const MISSED = `
  SELECT b.id AS questionId, s.number AS session, a.activity_id AS quizId, a.deadline_at AS deadlineAt,
         a.submitted_at AS submittedAt, w.content
    FROM attempts a
    JOIN attempt_questions q ON q.attempt_id = a.id
    JOIN question_versions v ON v.id = q.question_version_id
    JOIN questions b ON b.id = v.question_id
    JOIN question_versions c ON c.id = b.current_version_id
    JOIN sessions s ON s.id = b.session_id
    JOIN activity_versions w ON w.id = a.activity_version_id
   WHERE a.enrolment_id = ? AND (a.submitted_at IS NULL OR q.score < q.points) AND c.type <> 'essay'`;

interface MissRow {
  questionId: number;
  session: number;
  quizId: number;
  deadlineAt: RawInstant | null;
  submittedAt: RawInstant | null;
  content: string;
}

const missedOf = ({ deadlineAt, submittedAt, content, ...row }: MissRow) => ({
  ...row,
  attempt: { deadlineAt: instantOf(deadlineAt), submittedAt: instantOf(submittedAt) },
  policy: reviewPolicy(JSON.parse(content) as QuizContent),
});
