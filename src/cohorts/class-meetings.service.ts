import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { fullName } from '../people/person-name.js';
import { instantOf } from '../platform/database/columns.js';
import type { ClassMeeting } from './class-meeting.js';
import type { LearnerPlace } from './learner-place.js';
import { Meeting } from './meeting.entity.js';

@Injectable()
export class ClassMeetingsService {
  constructor(@InjectRepository(Meeting) private readonly meetings: Repository<Meeting>) {}

  /** The meetings of the learner's class in the order of time; none while the learner is in no class. */
  async of(place: LearnerPlace): Promise<ClassMeeting[]> {
    if (!place.groups.class) return [];
    const rows = await this.meetings
      .createQueryBuilder('meeting')
      .leftJoin('meeting.instructor', 'person')
      .where('meeting.classGroupId = :id', { id: place.groups.class.id })
      .orderBy('meeting.startsAt')
      .select(['meeting.id AS "id"', 'meeting.sessionId AS "sessionId"', 'meeting.startsAt AS "startsAt"'])
      .addSelect(['meeting.endsAt AS "endsAt"', 'meeting.place AS "place"', 'meeting.status AS "status"'])
      .addSelect([
        'person.name_before AS "nameBefore"',
        'person.name AS "name"',
        'person.name_after AS "nameAfter"',
      ])
      .getRawMany<MeetingRow>();
    return rows.map(({ nameBefore, name, nameAfter, ...meeting }) => ({
      ...meeting,
      startsAt: instantOf(meeting.startsAt),
      endsAt: instantOf(meeting.endsAt),
      instructor:
        name === null ? '' : fullName({ nameBefore: nameBefore ?? '', name, nameAfter: nameAfter ?? '' }),
    }));
  }
}

interface MeetingRow extends Omit<ClassMeeting, 'startsAt' | 'endsAt' | 'instructor'> {
  startsAt: string | Date;
  endsAt: string | Date;
  nameBefore: string | null;
  name: string | null;
  nameAfter: string | null;
}
