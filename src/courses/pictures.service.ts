import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import type { EntityManager } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import type { PicturePlace } from '../platform/markdown/reading.js';
import type { CourseMedium } from './course-medium.js';
import { CourseMediaService, type NewMedium, type PreparedMedium } from './course-media.service.js';
import { CoursePicture } from './course-picture.entity.js';

/** The pictures of courses. */
@Injectable()
export class PicturesService {
  constructor(private readonly media: CourseMediaService) {}

  /** Measures pictures and stores those that the course has not; `CourseMediaService.put` is step two. */
  async prepare(courseId: number | null, pictures: readonly NewMedium[]): Promise<PreparedMedium[]> {
    const measured = pictures.map(async (picture) => {
      const { width, height } = await sharp(picture.bytes).metadata();
      return { ...picture, width, height };
    });
    return await this.media.prepare(CoursePicture, courseId, await Promise.all(measured));
  }

  /** Where the pictures of a course lie, by name. */
  async places(courseId: number, manager?: EntityManager): Promise<ReadonlyMap<string, PicturePlace>> {
    const rows = await this.media.current(CoursePicture, courseId, manager);
    return new Map(
      rows.map(({ name, sha256, width, height, bytes }) => [
        name,
        { src: `/pictures/${sha256}`, width, height, bytes },
      ]),
    );
  }

  /** By its content. @throws Missing */
  async find(sha256: string): Promise<CourseMedium> {
    const [picture] = await this.media.ofContent(CoursePicture, sha256);
    if (!picture) throw new Missing('picture');
    return picture;
  }
}
