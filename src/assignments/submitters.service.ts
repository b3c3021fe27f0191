import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Enrolment } from '../cohorts/enrolment.entity.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import type { PublishedActivity } from '../courses/activities.service.js';
import type { Person } from '../people/person.entity.js';
import { fullName } from '../people/person-name.js';
import { SubmissionMember } from './submission.entity.js';
import { type Submitter, submitterOf, type SubmitterRefusal } from './submission-rules.js';

/** One of those whose work it is. */
export interface WorkMember {
  enrolmentId: number;
  personId: number;
  name: string;
}

/** In whose name learners hand in, and who they are. */
@Injectable()
export class SubmittersService {
  constructor(
    @InjectRepository(SubmissionMember) private readonly handedIn: Repository<SubmissionMember>,
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
  ) {}

  /**
   * By activity. What was handed in stays with those who did it: somebody who has changed the team since keeps the
   * work of the old one, and hands in the next with the new one. What was judged live was handed in by nobody.
   */
  async submittersOf(
    place: LearnerPlace,
    activities: readonly PublishedActivity[],
  ): Promise<Map<number, Submitter | { refusal: SubmitterRefusal }>> {
    const earlier = await this.earlierSubmitters(place.enrolmentId);
    const member = {
      enrolmentId: place.enrolmentId,
      pairId: place.groups.pair?.id ?? null,
      teamId: place.groups.team?.id ?? null,
    };
    return new Map(
      activities.map(({ id, submitsAs }) => [id, earlier.get(id) ?? submitterOf(submitsAs, member)]),
    );
  }

  /** The members that a submitter has today, whoever has not left the cohort. */
  async membersOf({ kind, id }: Submitter): Promise<WorkMember[]> {
    const sql = kind === 'individual' ? `${MEMBERS} AND e.id = ?` : `${MEMBERS} AND e.id IN (${IN_GROUP})`;
    const found = await this.enrolments.query<MemberRow[]>(`${sql} ORDER BY p.name`, [id]);
    return found.map((row) => ({
      enrolmentId: row.enrolmentId,
      personId: row.personId,
      name: fullName(row),
    }));
  }

  /** The latest for each activity. */
  private async earlierSubmitters(enrolmentId: number): Promise<Map<number, Submitter>> {
    const rows = await this.handedIn.query<(Submitter & { activityId: number })[]>(EARLIER, [enrolmentId]);
    return new Map(rows.map(({ activityId, kind, id }) => [activityId, { kind, id }]));
  }
}

const MEMBERS = `
  SELECT e.id AS enrolmentId, p.id AS personId, p.name_before AS nameBefore, p.name, p.name_after AS nameAfter
    FROM enrolments e
    JOIN people p ON p.id = e.person_id
   WHERE e.status <> 'withdrawn'`;

const IN_GROUP = 'SELECT enrolment_id FROM group_members WHERE group_id = ?';

const EARLIER = `
  SELECT s.activity_id AS activityId, s.submitter_kind AS kind, s.submitter_id AS id
    FROM submission_members m
    JOIN submissions s ON s.id = m.submission_id
   WHERE m.enrolment_id = ? AND s.receipt IS NOT NULL
   ORDER BY s.id`;

type MemberRow = Omit<WorkMember, 'name'> & Pick<Person, 'nameBefore' | 'name' | 'nameAfter'>;
