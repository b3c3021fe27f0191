import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import {
  COURSE_FILE_TYPES,
  type CourseFileKind,
  documentTypeOf,
  kindOfType,
  MOST_FILE_BYTES,
} from '../courses/course-file-kind.js';
import { CourseFilesService } from '../courses/course-files.service.js';
import { CourseMediaService } from '../courses/course-media.service.js';
import type { Actor } from '../platform/access/actor.js';
import { documentFault } from '../platform/archives/office-document.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ArrivedFile, Upload } from '../platform/uploads/upload.js';
import { fileNameFor } from './media-name.js';

/** Why a file is not taken; its sentence stands in the catalogues under `desk.files`. */
export type FileRefusal = 'tooLarge' | 'unknown' | 'active';

export interface AddedFile {
  /** Under which texts refer to it. */
  name: string;
  /** It stood for another file before. */
  isReplaced: boolean;
}

/** More than is kept, so that whoever sends a file that is too large is told at the field, and no text is lost. */
export const FILE_SENDING = { field: 'file', maxFiles: 1, maxBytes: 20_000_000 };

const LONGEST_SIDE = 2000;

/** Takes files for the texts of a course. */
@Injectable()
export class CourseAttachmentsService {
  constructor(
    private readonly files: CourseFilesService,
    private readonly media: CourseMediaService,
    private readonly units: UnitOfWork,
  ) {}

  /** Takes the file of a form; a name that stands for another file gets a new edition. */
  async add(actor: Actor, courseId: number, { files, problems }: Upload): Promise<AddedFile | FileRefusal> {
    const [file] = files;
    if (!file) return problems.some(({ reason }) => reason === 'too-large') ? 'tooLarge' : 'unknown';
    const kind = kindOfType(file.type);
    if (file.bytes > MOST_FILE_BYTES) return 'tooLarge';
    if (!kind) return 'unknown';
    const bytes = await contentOf(file, kind);
    if (typeof bytes === 'string') return bytes;
    const name = fileNameFor(file.name, kind);
    const [prepared] = await this.files.prepare(courseId, [{ name, type: COURSE_FILE_TYPES[kind], bytes }]);
    if (!prepared) return 'unknown';
    const done = await this.units.inTransaction((manager) =>
      this.media.put(manager, courseId, prepared, actor.personId),
    );
    return { name, isReplaced: done === 'changed' };
  }
}

/** As it came, once its whole content is judged; a photo upright and without what the camera told of place and owner. */
async function contentOf({ path }: ArrivedFile, kind: CourseFileKind): Promise<Buffer | FileRefusal> {
  if (kind === 'jpg' || kind === 'png' || kind === 'webp') return (await photo(path, kind)) ?? 'unknown';
  const bytes = await readFile(path);
  const type = documentTypeOf(`.${kind}`);
  const fault = type ? await documentFault(bytes, type) : null;
  if (fault) return fault === 'active' ? 'active' : 'unknown';
  return bytes;
}

const photo = (path: string, kind: 'jpg' | 'png' | 'webp'): Promise<Buffer | null> =>
  sharp(path, { limitInputPixels: 50_000_000 })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toFormat(kind === 'jpg' ? 'jpeg' : kind)
    .toBuffer()
    .then((bytes) => (bytes.length <= MOST_FILE_BYTES ? bytes : null))
    .catch(() => null);
