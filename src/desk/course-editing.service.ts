import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Activity, type ActivityKind } from '../courses/activity.entity.js';
import { Course } from '../courses/course.entity.js';
import { MaterialAccessService } from '../lessons/material-access.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';

/** Finds what is to be edited through the person who asks: instructors edit what they teach, the office everything. */
@Injectable()
export class CourseEditingService {
  constructor(
    private readonly access: MaterialAccessService,
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
  ) {}

  /** @throws Missing where the actor neither teaches nor runs the course */
  async course(actor: Actor, id: number): Promise<Course> {
    const course = (await this.access.teaches(actor, id)) ? await this.courses.findOneBy({ id }) : null;
    if (!course) throw new Missing('course');
    return course;
  }

  /** An activity with its session and course, published or not. @throws Missing as above, and for another kind where one is named */
  async activity(actor: Actor, id: number, kind?: ActivityKind): Promise<Activity> {
    const relations = { course: true, session: true };
    const activity = await this.activities.findOne({ where: { id }, relations });
    if (!activity || (kind && activity.kind !== kind)) throw new Missing('activity');
    if (!(await this.access.teaches(actor, activity.courseId))) throw new Missing('activity');
    return activity;
  }
}
