import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourseFile } from './course-file.entity.js';
import type { CourseMedium } from './course-medium.js';
import { CourseMediaService, type NewMedium, type PreparedMedium } from './course-media.service.js';

/** The files that the texts of courses give to save. */
@Injectable()
export class CourseFilesService {
  constructor(private readonly media: CourseMediaService) {}

  /** Stores those that the course has not; `CourseMediaService.put` is step two. */
  async prepare(courseId: number | null, files: readonly NewMedium[]): Promise<PreparedMedium[]> {
    return await this.media.prepare(CourseFile, courseId, files);
  }

  /** Those that the names of a course stand for now. */
  async current(courseId: number, manager?: EntityManager): Promise<CourseFile[]> {
    return await this.media.current(CourseFile, courseId, manager);
  }

  /** By its address, in whichever courses; with their content. */
  async at(sha256: string, name: string): Promise<CourseMedium[]> {
    const files = await this.media.ofContent(CourseFile, sha256);
    return files.filter((file) => file.name === name);
  }
}
