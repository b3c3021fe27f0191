import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FindOptionsWhere, Repository } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import { Activity, type ActivityKind, ActivityVersion } from './activity.entity.js';

@Injectable()
export class ActivitiesService {
  constructor(
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(ActivityVersion) private readonly versions: Repository<ActivityVersion>,
  ) {}

  /** A published activity of one course, with its session. @throws Missing for any other */
  async published(courseId: number, id: number, kind: ActivityKind): Promise<Activity> {
    return await this.findPublished({ id, courseId, kind });
  }

  /** The same of whatever course, for who has yet to be found to take or teach it. @throws Missing */
  async publishedAnywhere(id: number, kind: ActivityKind): Promise<Activity> {
    return await this.findPublished({ id, kind });
  }

  /** Every published activity of a course, in the order of the syllabus. */
  async allPublished(courseId: number): Promise<Activity[]> {
    return await this.activities
      .createQueryBuilder('activity')
      .innerJoinAndSelect('activity.session', 'session')
      .where('activity.courseId = :courseId AND activity.currentVersionId IS NOT NULL', { courseId })
      .orderBy('session.number')
      .addOrderBy('activity.position')
      .getMany();
  }

  /** One version, whose content has the shape of the activity's kind. */
  async version(id: number): Promise<ActivityVersion> {
    return await this.versions.findOneByOrFail({ id });
  }

  private async findPublished(where: FindOptionsWhere<Activity>): Promise<Activity> {
    const activity = await this.activities
      .createQueryBuilder('activity')
      .innerJoinAndSelect('activity.session', 'session')
      .where(where)
      .getOne();
    if (!activity || activity.currentVersionId === null) throw new Missing('activity');
    return activity;
  }
}
