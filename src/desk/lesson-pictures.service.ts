import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { CourseMediaService } from '../courses/course-media.service.js';
import { MOST_PICTURE_BYTES } from '../courses/picture-size.js';
import { PicturesService } from '../courses/pictures.service.js';
import type { Actor } from '../platform/access/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ArrivedFile } from '../platform/uploads/upload.js';
import type { LessonEditing } from './lesson-editor.service.js';
import { pictureNameFor } from './media-name.js';

const SIDES = [1280, 800, 480];
const QUALITIES = [75, 50, 30];
const TYPES = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Takes pictures for the texts of a course. */
@Injectable()
export class LessonPicturesService {
  constructor(
    private readonly pictures: PicturesService,
    private readonly media: CourseMediaService,
    private readonly units: UnitOfWork,
  ) {}

  /** @returns the name under which texts refer to it; null where it is no picture that can be shown. */
  async add(actor: Actor, { activity, course }: LessonEditing, file: ArrivedFile): Promise<string | null> {
    const bytes = TYPES.has(file.type ?? '') ? await shrunk(file.path) : null;
    if (!bytes) return null;
    const name = pictureNameFor(file.name, new Set(course.pictures.keys()));
    const [prepared] = await this.pictures.prepare(activity.courseId, [{ name, type: 'image/webp', bytes }]);
    if (!prepared) return null;
    await this.units.inTransaction((manager) =>
      this.media.put(manager, activity.courseId, prepared, actor.personId),
    );
    return name;
  }
}

/** Upright, without what the camera told of place and owner, as large as fits; null where nothing can read it. */
async function shrunk(path: string): Promise<Buffer | null> {
  for (const side of SIDES) {
    for (const quality of QUALITIES) {
      const bytes = await sharp(path, { limitInputPixels: 50_000_000 })
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .webp({ quality })
        .toBuffer()
        .catch(() => null);
      if (!bytes) return null;
      if (bytes.length <= MOST_PICTURE_BYTES) return bytes;
    }
  }
  return null;
}
