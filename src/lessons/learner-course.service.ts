import { Injectable } from '@nestjs/common';
import type { ClassMeeting } from '../cohorts/class-meeting.js';
import { ActivityDatesService } from '../cohorts/activity-dates.service.js';
import { ClassMeetingsService } from '../cohorts/class-meetings.service.js';
import type { LearnerPlace } from '../cohorts/learner-place.js';
import { OutlineService } from '../courses/outline.service.js';
import { Clock } from '../platform/clock/clock.js';
import { ShownProgressService } from '../progress/shown-progress.service.js';
import { standingOf } from './activity-standing.js';
import type { LearnerSession } from './learner-session.js';

interface LearnerCourse {
  /** In the order of the syllabus. */
  sessions: LearnerSession[];
  /** All meetings of the class, the spare ones too, in the order of time. */
  meetings: ClassMeeting[];
}

/** The course as one learner meets it: the plan, the dates of the class, and what the learner has done. */
@Injectable()
export class LearnerCourseService {
  constructor(
    private readonly outlines: OutlineService,
    private readonly meetings: ClassMeetingsService,
    private readonly dates: ActivityDatesService,
    private readonly progress: ShownProgressService,
    private readonly clock: Clock,
  ) {}

  /** The whole course, or the sessions of some numbers. The number of queries depends on neither. */
  async of(place: LearnerPlace, numbers?: { from: number; to: number }): Promise<LearnerCourse> {
    const [outline, meetings, progress] = await Promise.all([
      this.outlines.of({ courseId: place.cohort.courseId, cohortId: place.cohort.id }, numbers),
      this.meetings.of(place),
      this.progress.of(place),
    ]);
    const activities = outline.flatMap((session) => session.activities);
    const dates = await this.dates.datesFor(place, activities, meetings);
    const now = this.clock.now();
    const sessions = outline.map((session) => ({
      ...session,
      meeting: meetings.find(({ sessionId }) => sessionId === session.id) ?? null,
      activities: session.activities.map((activity) => {
        const { opensAt = null, dueAt = null } = dates.get(activity.id) ?? {};
        const done = progress.get(activity.id) ?? null;
        const standing = standingOf(activity, { opensAt, dueAt }, done?.state ?? null, now);
        return { ...activity, opensAt, dueAt, standing, progress: done };
      }),
    }));
    return { sessions, meetings };
  }

  /** The same for who teaches the course: all of it open, without the dates of any class. */
  async preview(courseId: number, numbers?: { from: number; to: number }): Promise<LearnerCourse> {
    const outline = await this.outlines.of({ courseId, cohortId: null }, numbers);
    const undated = { opensAt: null, dueAt: null, standing: 'open', progress: null } as const;
    const sessions = outline.map((session) => ({
      ...session,
      meeting: null,
      activities: session.activities.map((activity) => ({ ...activity, ...undated })),
    }));
    return { sessions, meetings: [] };
  }
}
