import { Injectable } from '@nestjs/common';
import { AttendanceService } from '../attendance/attendance.service.js';
import type { AttendanceMark } from '../attendance/attendance-mark.entity.js';
import type { ClassMeeting } from '../cohorts/class-meeting.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { LearnerCourseService } from '../lessons/learner-course.service.js';
import type { LearnerSession } from '../lessons/learner-session.js';
import { type RecallRound, RecallService } from '../recall/recall.service.js';
import { Clock } from '../platform/clock/clock.js';

/** What a learner's first page is made of; each feature answers for its own part. */
export interface StudentHome {
  now: Date;
  place: LearnerPlace;
  sessions: LearnerSession[];
  meetings: ClassMeeting[];
  /** By meeting. */
  marks: ReadonlyMap<number, Pick<AttendanceMark, 'status' | 'isRepaired'>>;
  /** Missed questions that are asked again now. */
  recall: Pick<RecallRound, 'chosen'>;
}

@Injectable()
export class StudentHomeService {
  constructor(
    private readonly course: LearnerCourseService,
    private readonly attendance: AttendanceService,
    private readonly recall: RecallService,
    private readonly clock: Clock,
  ) {}

  async of(place: LearnerPlace): Promise<StudentHome> {
    const [course, marks, recall] = await Promise.all([
      this.course.of(place),
      this.attendance.marksOf(place.enrolmentId),
      this.recall.roundOf(place),
    ]);
    return { now: this.clock.now(), place, ...course, marks, recall };
  }
}
