import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DataSource, EntityManager } from 'typeorm';
import { BlobsService, type StoredBlob } from '../platform/uploads/blobs.service.js';
import type { CourseMedium } from './course-medium.js';

/** The table of one kind of media. */
type Kind<M extends CourseMedium = CourseMedium> = new () => M;

/** Content that has been judged and lies in memory. */
export interface NewMedium {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** With what the row of its kind says besides. */
type Told<M extends CourseMedium> = NewMedium & Omit<M, keyof CourseMedium | 'course'>;

/** What a row will say; `stored` where its content is not among the course's yet. */
export interface PreparedMedium {
  kind: Kind;
  row: Pick<CourseMedium, 'name' | 'sha256' | 'type' | 'bytes'>;
  stored: StoredBlob | null;
}

/** The pictures and files of courses: kept once by content, reached under an address that never changes its content. */
@Injectable()
export class CourseMediaService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly blobs: BlobsService,
  ) {}

  /** Step one, outside the unit of work: stores those that the course has not. */
  async prepare<M extends CourseMedium>(
    of: Kind<M>,
    courseId: number | null,
    media: readonly Told<M>[],
  ): Promise<PreparedMedium[]> {
    const kind: Kind = of;
    const known = courseId === null ? [] : await this.reader.manager.findBy(kind, { courseId });
    const prepared: PreparedMedium[] = [];
    for (const { bytes, ...told } of media) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const isKnown = known.some((medium) => medium.sha256 === sha256 && medium.name === told.name);
      prepared.push({
        kind,
        row: { ...told, sha256, bytes: bytes.length },
        stored: isKnown ? null : await this.blobs.keepMade(Readable.from([Buffer.from(bytes)]), told.type),
      });
    }
    return prepared;
  }

  /** Step two, in the unit of work: from now on the name stands for this one. @returns whether that is new. */
  async put(
    manager: EntityManager,
    courseId: number,
    { kind, row, stored }: PreparedMedium,
    authorId: number | null,
  ): Promise<'created' | 'changed' | 'unchanged'> {
    const { name, sha256 } = row;
    const found = await manager.findBy(kind, { courseId, name });
    const same = found.find((medium) => medium.sha256 === sha256);
    if (same?.isCurrent) return 'unchanged';
    await manager.update(kind, { courseId, name }, { isCurrent: false });
    if (same) await manager.update(kind, { id: same.id }, { isCurrent: true });
    else {
      if (!stored) throw new Error(`the content of ${name} was not stored`);
      const { key: blobKey } = await this.blobs.record(manager, stored, authorId);
      await manager.insert(kind, { ...row, courseId, blobKey, isCurrent: true });
    }
    return found.length === 0 ? 'created' : 'changed';
  }

  /** Those that the names of a course stand for now, as a unit of work sees them where its manager is given. */
  async current<M extends CourseMedium>(
    kind: Kind<M>,
    courseId: number,
    manager: EntityManager = this.reader.manager,
  ): Promise<M[]> {
    const rows: CourseMedium[] = await manager.findBy<CourseMedium>(kind, { courseId, isCurrent: true });
    return rows as M[];
  }

  /** With their content, in whichever courses and under whichever names. */
  async ofContent(kind: Kind, sha256: string): Promise<CourseMedium[]> {
    return await this.reader.manager.find(kind, { where: { sha256 }, relations: { blob: true } });
  }
}
