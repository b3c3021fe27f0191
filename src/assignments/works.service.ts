import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { type DatedActivity, ActivityDatesService } from '../cohorts/activity-dates.service.js';
import { openness } from '../cohorts/activity-dates.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import type { PublishedActivity } from '../courses/activities.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { locked } from '../platform/database/row-lock.js';
import { LateLeave } from './late-leave.entity.js';
import { Submission } from './submission.entity.js';
import { decideHandIn, type Submitter, type SubmitterRefusal } from './submission-rules.js';
import { SubmittersService } from './submitters.service.js';
import { type Circumstances, handInOf, type Standing, standingOf } from './work-standing.js';

/** One learner's work on one assignment, and what may be done with it. */
export interface LearnerWork {
  actor: Actor;
  place: LearnerPlace;
  activity: PublishedActivity;
  dates: DatedActivity;
  /** In whose name; or why there is nobody to hand in. */
  submitter: Submitter | { refusal: SubmitterRefusal };
  standing: Standing<Submission>;
  /** Handed in, or judged live; oldest first. */
  handedIn: Submission[];
  circumstances: Circumstances;
}

/** Loads work with its dates, versions and leave; eight queries, however many assignments. */
@Injectable()
export class WorksService {
  constructor(
    @InjectRepository(Submission) private readonly submissions: Repository<Submission>,
    @InjectRepository(LateLeave) private readonly leaves: Repository<LateLeave>,
    private readonly dates: ActivityDatesService,
    private readonly submitters: SubmittersService,
    private readonly clock: Clock,
  ) {}

  /** In the order of the activities. */
  async load(
    actor: Actor,
    place: LearnerPlace,
    activities: readonly PublishedActivity[],
  ): Promise<LearnerWork[]> {
    const [dates, submitters] = await Promise.all([
      this.dates.datesFor(place, activities),
      this.submitters.submittersOf(place, activities),
    ]);
    const whose = distinct([...submitters.values()].flatMap((one) => ownerOf(one, place) ?? []));
    const [versions, leaves] = await Promise.all([
      this.rowsOf(this.submissions, activities, whose),
      this.rowsOf(this.leaves, activities, whose),
    ]);
    const now = this.clock.now();
    return activities.map((activity) => {
      const submitter = submitters.get(activity.id) ?? { refusal: { reason: 'judged-live' as const } };
      const dated = dates.get(activity.id) ?? { opensAt: null, dueAt: null, meeting: null, extraMinutes: 0 };
      const own = versions.filter((version) => isOf(version, activity, ownerOf(submitter, place)));
      return {
        actor,
        place,
        activity,
        dates: dated,
        submitter,
        standing: standingOf(own),
        handedIn: own
          .filter(({ state }) => state !== 'draft')
          .toSorted((one, other) => one.number - other.number),
        circumstances: {
          isOpen: openness(activity, dated, now) !== 'closed',
          dueAt: dated.dueAt,
          hasLeave: leaves.some((leave) => isOf(leave, activity, ownerOf(submitter, place))),
          now,
        },
      };
    });
  }

  /**
   * The same work as it stands inside a unit, which keeps other units off it until its end. @throws Refusal where
   * nothing of it may be changed now.
   */
  async toChange(manager: EntityManager, work: LearnerWork): Promise<Standing<Submission>> {
    const { kind, id } = submitterOfWork(work);
    const versions = await manager.find(Submission, {
      where: { activityId: work.activity.id, submitterKind: kind, submitterId: id },
      ...locked(manager),
    });
    const standing = standingOf(versions);
    const decision = decideHandIn(handInOf(standing, true, work.circumstances));
    if ('refusal' in decision) throw new Refusal(`assignments.refusals.${decision.refusal.reason}`);
    return standing;
  }

  private rowsOf<T extends Submission | LateLeave>(
    repository: Repository<T>,
    activities: readonly PublishedActivity[],
    submitters: readonly Submitter[],
  ): Promise<T[]> {
    if (submitters.length === 0) return Promise.resolve([]);
    return repository
      .createQueryBuilder('row')
      .where({ activityId: In(activities.map(({ id }) => id)) })
      .andWhere(submitters.map(({ kind, id }) => ({ submitterKind: kind, submitterId: id })))
      .getMany();
  }
}

/** @throws Refusal where there is nobody in whose name to hand in, or the learner's cohort is over. */
export function submitterOfWork({ submitter, place }: LearnerWork): Submitter {
  if (place.status !== 'active') throw new Refusal('assignments.refusals.not-active');
  if ('refusal' in submitter) throw new Refusal(`assignments.refusals.${submitter.refusal.reason}`);
  return submitter;
}

/** Whose rows they are: what is judged live is handed in by nobody, and judged for each learner. */
function ownerOf(submitter: LearnerWork['submitter'], { enrolmentId }: LearnerPlace): Submitter | null {
  if ('kind' in submitter) return submitter;
  return submitter.refusal.reason === 'judged-live' ? { kind: 'individual', id: enrolmentId } : null;
}

function distinct(submitters: readonly Submitter[]): Submitter[] {
  return [...new Map(submitters.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}

const isOf = (
  row: { activityId: number; submitterKind: Submitter['kind']; submitterId: number },
  activity: PublishedActivity,
  owner: Submitter | null,
): boolean =>
  owner !== null &&
  row.activityId === activity.id &&
  row.submitterKind === owner.kind &&
  row.submitterId === owner.id;
