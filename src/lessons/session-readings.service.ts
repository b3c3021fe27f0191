import { Injectable } from '@nestjs/common';
import { OutlineService } from '../courses/outline.service.js';
import type { Session } from '../courses/session.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { LearnerCourseService } from './learner-course.service.js';
import type { LearnerSession } from './learner-session.js';
import { MaterialAccessService } from './material-access.service.js';

export interface SessionReading {
  session: LearnerSession;
  plan: Session;
  nearby: LearnerSession[];
  isPreview: boolean;
  now: Date;
}

/** Opens sessions for those who take or teach their course. */
@Injectable()
export class SessionReadingsService {
  constructor(
    private readonly access: MaterialAccessService,
    private readonly outlines: OutlineService,
    private readonly course: LearnerCourseService,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where the session is not of a course that the actor takes or teaches */
  async open(actor: Actor, id: number): Promise<SessionReading> {
    const plan = await this.outlines.session(id);
    const place = await this.access.placeIn(actor, plan.courseId);
    const around = { from: plan.number - 1, to: plan.number + 1 };
    const { sessions } = place
      ? await this.course.of(place, around)
      : await this.course.preview(plan.courseId, around);
    const session = sessions.find((one) => one.id === id);
    if (!session) throw new Missing('session');
    return { session, plan, nearby: sessions, isPreview: place === null, now: this.clock.now() };
  }
}
