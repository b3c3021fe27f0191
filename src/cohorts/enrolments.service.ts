import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { CohortRules } from './cohort-rules.js';
import { Enrolment } from './enrolment.entity.js';
import type { GroupKind } from './group.entity.js';
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
    const rows = await this.enrolments.query<PlaceRow[]>(PLACES, [personId]);
    const [first] = rows;
    if (!first) return null;
    return placeOf(
      personId,
      first,
      rows.filter(({ enrolmentId }) => enrolmentId === first.enrolmentId),
    );
  }
}

/** Written out, as all that pages ask again and again: to build a query takes longer than to run it. */
const PLACES = `
  SELECT e.id AS enrolmentId, e.status, r.nim, c.id AS cohortId, c.course_id AS courseId, c.ordinal, c.label,
         c.starts_on AS startsOn, c.status AS cohortStatus, c.rules, m.kind, m.group_id AS groupId, g.name AS groupName
    FROM enrolments e
    JOIN cohorts c ON c.id = e.cohort_id
    LEFT JOIN student_records r ON r.id = e.student_record_id
    LEFT JOIN group_members m ON m.enrolment_id = e.id
    LEFT JOIN \`groups\` g ON g.id = m.group_id
   WHERE e.person_id = ? AND e.status IN ('active', 'finished')
   ORDER BY e.status, e.cohort_id DESC`;

/** One row a group of the enrolment; one with nulls where it is in none. */
interface PlaceRow {
  enrolmentId: number;
  status: LearnerPlace['status'];
  nim: string | null;
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
    nim: row.nim,
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
