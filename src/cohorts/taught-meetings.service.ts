import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Meeting } from './meeting.entity.js';
import { TeachingService } from './teaching.service.js';

/** Meetings found through the person who asks: instructors find those of their classes, staff those of their cohorts. */
@Injectable()
export class TaughtMeetingsService {
  constructor(
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
    private readonly teaching: TeachingService,
  ) {}

  /** A meeting with its class, cohort and session. @throws Missing where it is not the actor's */
  async meeting(actor: Actor, id: number): Promise<Meeting> {
    const query = await this.visibleTo(actor);
    const meeting = await query.andWhere('meeting.id = :id', { id }).getOne();
    if (!meeting) throw new Missing('meeting');
    return meeting;
  }

  /** Meetings that start within a span of time, in order. At most 200. */
  async between(actor: Actor, from: Date, to: Date): Promise<Meeting[]> {
    const query = await this.visibleTo(actor);
    return await query
      .andWhere('meeting.startsAt >= :from AND meeting.startsAt < :to', { from, to })
      .orderBy('meeting.startsAt')
      .addOrderBy('meeting.id')
      .take(200)
      .getMany();
  }

  private async visibleTo(actor: Actor) {
    const { cohortIds, groupIds } = await this.teaching.scopeOf(actor);
    const query = this.meetings
      .createQueryBuilder('meeting')
      .innerJoinAndSelect('meeting.classGroup', 'classGroup')
      .innerJoinAndSelect('classGroup.cohort', 'cohort')
      .leftJoinAndSelect('meeting.session', 'session');
    if (cohortIds === null) return query;
    return query.where(
      new Brackets((where) =>
        where
          .where('cohort.id IN (:...cohorts)', { cohorts: [0, ...cohortIds] })
          .orWhere('classGroup.id IN (:...groups)', { groups: [0, ...groupIds] }),
      ),
    );
  }
}
