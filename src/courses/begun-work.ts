import type { EntityManager } from 'typeorm';

/** Who has begun what. Later features own attempts and submissions, so one of them answers. */
export abstract class BegunWork {
  /** How many learners of each cohort have begun an activity, by the cohort's id; none is left out. */
  abstract byCohort(manager: EntityManager, activityId: number): Promise<ReadonlyMap<number, number>>;
}
