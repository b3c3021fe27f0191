import { Injectable } from '@nestjs/common';
import { ClosingDatesService } from '../cohorts/closing-dates.service.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { Clock } from '../platform/clock/clock.js';
import { type ProgressRecord, ProgressService } from './progress.service.js';
import { isScoreShown, type ScoreWait, withoutScore } from './shown-score.js';

type Place = Pick<LearnerPlace, 'enrolmentId'> & { cohort: { id: number } };
type Waiting = ScoreWait & { score: number | null };

/** Progress as its learner may see it: without the scores whose review has not opened. */
@Injectable()
export class ShownProgressService {
  constructor(
    private readonly progress: ProgressService,
    private readonly closing: ClosingDatesService,
    private readonly clock: Clock,
  ) {}

  /** By activity id. */
  async of({ enrolmentId, cohort }: Place): Promise<Map<number, ProgressRecord>> {
    return await this.shown(cohort.id, await this.progress.of(enrolmentId));
  }

  /** Closing dates are looked up only where a score waits for them. */
  private async shown<T extends Waiting>(cohortId: number, rows: Map<number, T>): Promise<Map<number, T>> {
    const exams = [...rows].filter(([, { score, scoreOpens }]) => score !== null && scoreOpens === 'close');
    const closesAt = await this.closing.closingDates(
      cohortId,
      exams.map(([activityId]) => activityId),
    );
    const now = this.clock.now();
    const isShown = (id: number, row: T) =>
      row.score === null || isScoreShown(row, closesAt.get(id) ?? null, now);
    return new Map([...rows].map(([id, row]) => [id, isShown(id, row) ? row : withoutScore(row)]));
  }
}
