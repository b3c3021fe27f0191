import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import sharp from 'sharp';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EntityManager, Repository } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import type { PicturePlace } from '../platform/markdown/reading.js';
import { BlobsService, type StoredBlob } from '../platform/uploads/blobs.service.js';
import { CoursePicture } from './course-picture.entity.js';

/** A picture whose content has been judged and lies in memory, at most a few dozen kB. */
interface NewPicture {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What a picture's row will say; `stored` where its content is not among the course's yet. */
interface PreparedPicture {
  row: Omit<CoursePicture, 'id' | 'course' | 'courseId' | 'blob' | 'blobKey' | 'isCurrent'>;
  stored: StoredBlob | null;
}

/** The pictures of courses: kept once by content, shown under an address that never changes its content. */
@Injectable()
export class PicturesService {
  constructor(
    @InjectRepository(CoursePicture) private readonly pictures: Repository<CoursePicture>,
    private readonly blobs: BlobsService,
  ) {}

  /** Step one, outside the unit of work: measures the pictures and stores those that the course has not. */
  async prepare(courseId: number | null, pictures: readonly NewPicture[]): Promise<PreparedPicture[]> {
    const known = courseId === null ? [] : await this.pictures.findBy({ courseId });
    const prepared: PreparedPicture[] = [];
    for (const { name, type, bytes } of pictures) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { width, height } = await sharp(bytes).metadata();
      const isKnown = known.some((picture) => picture.sha256 === sha256 && picture.name === name);
      prepared.push({
        row: { name, sha256, type, bytes: bytes.length, width, height },
        stored: isKnown ? null : await this.blobs.keepMade(Readable.from([Buffer.from(bytes)]), type),
      });
    }
    return prepared;
  }

  /** Step two, in the unit of work: from now on the name stands for this picture. @returns whether that is new. */
  async put(
    manager: EntityManager,
    courseId: number,
    { row, stored }: PreparedPicture,
    authorId: number | null,
  ): Promise<'created' | 'changed' | 'unchanged'> {
    const { name, sha256 } = row;
    const found = await manager.findBy(CoursePicture, { courseId, name });
    const same = found.find((picture) => picture.sha256 === sha256);
    if (same?.isCurrent) return 'unchanged';
    await manager.update(CoursePicture, { courseId, name }, { isCurrent: false });
    if (same) await manager.update(CoursePicture, { id: same.id }, { isCurrent: true });
    else {
      if (!stored) throw new Error(`the content of ${name} was not stored`);
      const { key: blobKey } = await this.blobs.record(manager, stored, authorId);
      await manager.insert(CoursePicture, { ...row, courseId, blobKey, isCurrent: true });
    }
    return found.length === 0 ? 'created' : 'changed';
  }

  /** Where the pictures of a course lie, by name. */
  async places(courseId: number, manager?: EntityManager): Promise<ReadonlyMap<string, PicturePlace>> {
    const rows = await (manager ? manager.getRepository(CoursePicture) : this.pictures).findBy({
      courseId,
      isCurrent: true,
    });
    return new Map(
      rows.map(({ name, sha256, width, height, bytes }) => [
        name,
        { src: `/pictures/${sha256}`, width, height, bytes },
      ]),
    );
  }

  /** By its content. @throws Missing */
  async find(sha256: string): Promise<CoursePicture> {
    const picture = await this.pictures.findOne({ where: { sha256 }, relations: { blob: true } });
    if (!picture) throw new Missing('picture');
    return picture;
  }
}
