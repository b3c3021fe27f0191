import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Course } from '../courses/course.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Cohort } from './cohort.entity.js';
import { Group } from './group.entity.js';
import { TeachingService } from './teaching.service.js';

/** Courses found through the person who asks: those of the cohorts and classes that they teach or run. */
@Injectable()
export class TaughtCoursesService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    private readonly teaching: TeachingService,
  ) {}

  /** By title. */
  async of(actor: Actor): Promise<Pick<Course, 'id' | 'title'>[]> {
    const { cohortIds, groupIds } = await this.teaching.scopeOf(actor);
    const query = this.courses
      .createQueryBuilder('course')
      .select(['course.id', 'course.title'])
      .orderBy('course.title');
    if (cohortIds === null) return await query.getMany();
    return await query
      .innerJoin(Cohort, 'cohort', 'cohort.courseId = course.id')
      .leftJoin(Group, 'team', 'team.cohortId = cohort.id')
      .where('cohort.id IN (:...cohorts) OR team.id IN (:...groups)', {
        cohorts: [0, ...cohortIds],
        groups: [0, ...groupIds],
      })
      .getMany();
  }
}
