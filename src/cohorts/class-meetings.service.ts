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
    const rows = await this.meetings.query<MeetingRow[]>(MEETINGS, [place.groups.class.id]);
    return rows.map(({ nameBefore, name, nameAfter, ...meeting }) => ({
      ...meeting,
      startsAt: instantOf(meeting.startsAt),
      endsAt: instantOf(meeting.endsAt),
      instructor:
        name === null ? '' : fullName({ nameBefore: nameBefore ?? '', name, nameAfter: nameAfter ?? '' }),
    }));
  }
}

const MEETINGS = `
  SELECT m.id, m.session_id AS sessionId, m.starts_at AS startsAt, m.ends_at AS endsAt, m.place, m.status,
         p.name_before AS nameBefore, p.name, p.name_after AS nameAfter
    FROM meetings m
    LEFT JOIN people p ON p.id = m.instructor_id
   WHERE m.class_group_id = ?
   ORDER BY m.starts_at`;

interface MeetingRow extends Omit<ClassMeeting, 'startsAt' | 'endsAt' | 'instructor'> {
  startsAt: string | Date;
  endsAt: string | Date;
  nameBefore: string | null;
  name: string | null;
  nameAfter: string | null;
}
