import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FindOptionsWhere, Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Enrolment } from './enrolment.entity.js';
import { type GroupKind, GroupMember } from './group.entity.js';
import type { GroupRef, LearnerPlace } from './learner-place.js';

/** Finds the enrolment through the person who asks. */
@Injectable()
export class EnrolmentsService {
  constructor(
    @InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>,
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
  ) {}

  /** The learner's present place: the active enrolment, else the latest finished one; null where there is none. */
  async placeOf(actor: Actor): Promise<LearnerPlace | null> {
    const found =
      (await this.latest({ personId: actor.personId, status: 'active' })) ??
      (await this.latest({ personId: actor.personId, status: 'finished' }));
    return found && (await this.place(found));
  }

  /** The same, for pages that make no sense without it. @throws Missing */
  async currentPlace(actor: Actor): Promise<LearnerPlace> {
    const place = await this.placeOf(actor);
    if (!place) throw new Missing('enrolment');
    return place;
  }

  private latest(where: FindOptionsWhere<Enrolment>): Promise<Enrolment | null> {
    return this.enrolments.findOne({ where, relations: { cohort: true }, order: { cohortId: 'DESC' } });
  }

  private async place({ id, personId, status, cohort }: Enrolment): Promise<LearnerPlace> {
    const members = await this.members.find({ where: { enrolmentId: id }, relations: { group: true } });
    const groups: Record<GroupKind, GroupRef | null> = { class: null, team: null, pair: null };
    for (const { kind, group } of members) groups[kind] = { id: group.id, name: group.name };
    return { enrolmentId: id, personId, status, cohort, groups };
  }
}
