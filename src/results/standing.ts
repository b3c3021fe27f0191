import { Result } from './final-result.js';

/** A score in 1/100 as it stands; while it is not final, later grading may change it. */
export interface StandingScore {
  readonly score: number | null;
  readonly isFinal: boolean;
}

/** An aspect that nobody may fail, such as food safety; judged on the uncapped score. */
export interface CriticalAspect {
  readonly key: string;
  readonly title: string;
  readonly score: number | null;
  /** Every must-pass question was answered right. */
  readonly isMustPassRight: boolean;
}

export interface RequiredActivity {
  readonly key: string;
  readonly title: string;
  readonly isDone: boolean;
}

/** All that is known of one enrolment on its way to the certificate. */
export interface Standing {
  readonly plannedMeetings: number;
  readonly heldMeetings: number;
  /** Meetings that count as attended, after lates and repairs. */
  readonly presentMeetings: number;
  readonly result: StandingScore;
  readonly components: Readonly<Record<string, StandingScore>>;
  readonly criticalAspects: readonly CriticalAspect[];
  /** Valid visits to each mentored business, one number a business. */
  readonly validVisits: readonly number[];
  readonly requiredActivities: readonly RequiredActivity[];
}

/** What a result says to the requirements: each score as it stands, and whether it is there to stay. */
export function scoresOf(result: Result): Pick<Standing, 'result' | 'components'> {
  const components = result.components.map((line) => [
    line.key,
    { score: line.score, isFinal: line.isSettled },
  ]);
  return {
    result: { score: result.final ?? result.provisional, isFinal: result.final !== null },
    components: Object.fromEntries(components),
  };
}
