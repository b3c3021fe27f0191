import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { CohortRules } from './cohort-rules.js';
import { Enrolment } from './enrolment.entity.js';
import { type GroupKind, GroupMember } from './group.entity.js';
import type { GroupRef, LearnerPlace } from './learner-place.js';

/** Finds the enrolment through the person who asks. */
@Injectable()
export class EnrolmentsService {
  /** An actor lives as long as one request, so what is kept by it is never stale. */
  private readonly places = new WeakMap<Actor, Promise<LearnerPlace | null>>();

  constructor(@InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>) {}

  /**
   * The learner's present place: the active enrolment, else the latest finished one; null where there is none. One
   * query, however often a request asks.
   */
  placeOf(actor: Actor): Promise<LearnerPlace | null> {
    const known = this.places.get(actor);
    if (known) return known;
    const place = this.find(actor.personId);
    this.places.set(actor, place);
    return place;
  }

  /** The same, for pages that make no sense without it. @throws Missing */
  async currentPlace(actor: Actor): Promise<LearnerPlace> {
    const place = await this.placeOf(actor);
    if (!place) throw new Missing('enrolment');
    return place;
  }

  private async find(personId: number): Promise<LearnerPlace | null> {
    const rows = await this.enrolments
      .createQueryBuilder('enrolment')
      .innerJoin('enrolment.cohort', 'cohort')
      .leftJoin(GroupMember, 'member', 'member.enrolmentId = enrolment.id')
      .leftJoin('member.group', 'team')
      .where('enrolment.personId = :personId', { personId })
      .andWhere('enrolment.status IN (:...statuses)', { statuses: ['active', 'finished'] })
      .orderBy('enrolment.status')
      .addOrderBy('enrolment.cohortId', 'DESC')
      .select(['enrolment.id AS "enrolmentId"', 'enrolment.status AS "status"', 'cohort.id AS "cohortId"'])
      .addSelect(['cohort.courseId AS "courseId"', 'cohort.ordinal AS "ordinal"', 'cohort.label AS "label"'])
      .addSelect([
        'cohort.startsOn AS "startsOn"',
        'cohort.status AS "cohortStatus"',
        'cohort.rules AS "rules"',
      ])
      .addSelect(['member.kind AS "kind"', 'team.id AS "groupId"', 'team.name AS "groupName"'])
      .getRawMany<PlaceRow>();
    const [first] = rows;
    if (!first) return null;
    return placeOf(
      personId,
      first,
      rows.filter(({ enrolmentId }) => enrolmentId === first.enrolmentId),
    );
  }
}

/** One row a group of the enrolment; one with nulls where it is in none. */
interface PlaceRow {
  enrolmentId: number;
  status: LearnerPlace['status'];
  cohortId: number;
  courseId: number;
  ordinal: number;
  label: string;
  startsOn: string;
  cohortStatus: LearnerPlace['cohort']['status'];
  rules: string;
  kind: GroupKind | null;
  groupId: number;
  groupName: string;
}

function placeOf(personId: number, row: PlaceRow, rows: readonly PlaceRow[]): LearnerPlace {
  const groups: Record<GroupKind, GroupRef | null> = { class: null, team: null, pair: null };
  for (const { kind, groupId, groupName } of rows) if (kind) groups[kind] = { id: groupId, name: groupName };
  return {
    enrolmentId: row.enrolmentId,
    personId,
    status: row.status,
    cohort: {
      id: row.cohortId,
      courseId: row.courseId,
      ordinal: row.ordinal,
      label: row.label,
      startsOn: row.startsOn,
      status: row.cohortStatus,
      rules: JSON.parse(row.rules) as CohortRules,
    },
    groups,
  };
}
