import { Injectable } from '@nestjs/common';
import { CourseFilesService } from '../courses/course-files.service.js';
import type { CourseMedium } from '../courses/course-medium.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { MaterialAccessService } from './material-access.service.js';

/** The files beside lessons and instructions, for those who take or teach their course. */
@Injectable()
export class MaterialFilesService {
  constructor(
    private readonly files: CourseFilesService,
    private readonly access: MaterialAccessService,
  ) {}

  /** @throws Missing where it is no file of a course that the actor takes or teaches */
  async find(actor: Actor, sha256: string, name: string): Promise<CourseMedium> {
    const files = await this.files.at(sha256, name);
    const courses = files.length > 0 ? await this.access.readable(actor) : null;
    const file = files.find(({ courseId }) => courses?.has(courseId));
    if (!file) throw new Missing('file');
    return file;
  }
}
