import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { AttendanceSettings } from '../cohorts/cohort-rules.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { Meeting } from '../cohorts/meeting.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { type AttendanceCount, type AttendanceStatus, countAttendance } from './attendance-rules.js';

export interface AttendedMeeting {
  meeting: Meeting;
  status: AttendanceStatus | null;
  isRepaired: boolean;
}

/** What the marks say of a learner, and of many. */
@Injectable()
export class AttendanceService {
  constructor(
    @InjectRepository(AttendanceMark) private readonly marks: Repository<AttendanceMark>,
    @InjectRepository(Meeting) private readonly meetings: Repository<Meeting>,
  ) {}

  /** The meetings of the learner's class that have a session, in order, each with the learner's mark. */
  async meetingsOf(place: LearnerPlace): Promise<AttendedMeeting[]> {
    if (!place.groups.class) return [];
    const [meetings, marks] = await Promise.all([
      this.meetings.find({
        where: { classGroupId: place.groups.class.id },
        relations: { session: true },
        order: { startsAt: 'ASC' },
      }),
      this.marks.findBy({ enrolmentId: place.enrolmentId }),
    ]);
    const byMeeting = new Map(marks.map((mark) => [mark.meetingId, mark]));
    return meetings
      .filter(({ session }) => session !== null)
      .map((meeting) => {
        const mark = byMeeting.get(meeting.id);
        return { meeting, status: mark?.status ?? null, isRepaired: mark?.isRepaired ?? false };
      });
  }

  /** By enrolment; who has no mark yet has a count of nothing. */
  async countsOf(
    enrolmentIds: readonly number[],
    settings: AttendanceSettings,
  ): Promise<Map<number, AttendanceCount>> {
    const marks = await this.marks.findBy({ enrolmentId: In([...enrolmentIds]) });
    const byEnrolment = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
    return new Map(enrolmentIds.map((id) => [id, countAttendance(byEnrolment.get(id) ?? [], settings)]));
  }
}
