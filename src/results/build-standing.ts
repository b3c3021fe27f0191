import type { CohortRules } from '../cohorts/cohort-rules.js';
import { type EnteredScore, type GradeComponent, resultOf, type Result } from './final-result.js';
import { type CriticalAspect, scoresOf, type Standing } from './standing.js';

/** An activity of the course, as far as results need it. */
export interface JudgedActivity {
  id: number;
  key: string;
  title: string;
  required: boolean;
  /** Key of its component; null where it counts for no grade. */
  component: string | null;
  critical: string | null;
  weight: number;
}

/** What one enrolment has done of an activity. */
export interface Done {
  state: 'started' | 'submitted' | 'returned' | 'done';
  score: number | null;
  criticalScore: number | null;
  mustPassMet: boolean;
}

export interface StandingSources {
  rules: Pick<CohortRules, 'components' | 'criticalAspects'>;
  /** The cohort is finished: what is still missing counts zero. */
  isClosed: boolean;
  activities: readonly JudgedActivity[];
  /** By activity id. */
  progress: ReadonlyMap<number, Done>;
  /** By component key. */
  entered: ReadonlyMap<string, EnteredScore>;
  attendance: Pick<Standing, 'plannedMeetings' | 'heldMeetings' | 'presentMeetings'>;
  /** One number a business. */
  validVisits: readonly number[];
  isDuePassed: (activity: JudgedActivity) => boolean;
}

export interface BuiltStanding {
  standing: Standing;
  result: Result;
  components: readonly GradeComponent[];
}

/** Brings together all that is known of one enrolment. Nothing of it is stored: it follows from its sources. */
export function buildStanding(sources: StandingSources): BuiltStanding {
  const components = sources.rules.components.map((component) => graded(component, sources));
  const result = resultOf(components, sources.isClosed);
  const { activities, progress } = sources;
  const standing: Standing = {
    ...sources.attendance,
    ...scoresOf(result),
    criticalAspects: criticalAspects(sources),
    validVisits: sources.validVisits,
    requiredActivities: activities
      .filter(({ required }) => required)
      .map(({ id, key, title }) => ({ key, title, isDone: progress.get(id)?.state === 'done' })),
  };
  return { standing, result, components };
}

function graded(
  { key, name, weight }: CohortRules['components'][number],
  sources: StandingSources,
): GradeComponent {
  const items = sources.activities
    .filter((activity) => activity.component === key)
    .map((activity) => {
      const done = sources.progress.get(activity.id);
      return {
        key: activity.key,
        title: activity.title,
        weight: activity.weight,
        score: done?.state === 'done' ? done.score : null,
        // Done without a score: it has one that its learner may not see yet.
        isHandedIn: done !== undefined && done.state !== 'started',
        isDuePassed: !done?.score && sources.isDuePassed(activity),
      };
    });
  return { key, title: name, weight, items, entered: sources.entered.get(key) ?? null };
}

/**
 * An aspect that several activities prove is as good as the worst of them. One that no activity of the course
 * proves yet is not judged: nobody could meet it.
 */
function criticalAspects({ rules, activities, progress }: StandingSources): CriticalAspect[] {
  return rules.criticalAspects.flatMap(({ key, name }) => {
    const proofs = activities.filter(({ critical }) => critical === key).map(({ id }) => progress.get(id));
    if (proofs.length === 0) return [];
    const scores = proofs.map((done) => done?.criticalScore ?? null);
    return [
      {
        key,
        title: name,
        score: scores.some((score) => score === null) ? null : Math.min(...scores.map(Number)),
        isMustPassRight: proofs.every((done) => done?.mustPassMet ?? false),
      },
    ];
  });
}
