import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { buffer } from 'node:stream/consumers';
import type { Repository } from 'typeorm';
import type { CoursePack, PackFact } from '../course-packs/course-pack.js';
import { factStays } from '../course-packs/fact-stays.js';
import { type PackChanges, packChanges } from '../course-packs/pack-changes.js';
import { PackExportsService } from '../course-packs/pack-exports.service.js';
import { packEdition } from '../course-packs/pack-items.js';
import { packFact } from '../course-packs/packed-course.js';
import { Course } from '../courses/course.entity.js';
import { Fact } from '../courses/fact.entity.js';
import { Missing } from '../platform/access/refusals.js';
import { BlobsService } from '../platform/uploads/blobs.service.js';
import type { CourseImport } from './course-import.entity.js';
import { sentPack } from './sent-pack.js';

export interface ImportPreview {
  /** Null while there is no course of this key. */
  course: Course | null;
  /** Of the course as it stands. */
  edition: string;
  changes: PackChanges;
  /** Keys of facts that somebody has checked here since the pack's day, and that stay as they are. */
  checkedHere: string[];
}

/** What a pack that was sent would change. */
@Injectable()
export class ImportPreviewsService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    @InjectRepository(Fact) private readonly facts: Repository<Fact>,
    private readonly exports: PackExportsService,
    private readonly blobs: BlobsService,
  ) {}

  /** As the course stands now. */
  async of(sent: Pick<CourseImport, 'blob' | 'courseKey'>): Promise<ImportPreview> {
    const pack = await this.packOf(sent);
    const course = await this.courseOf(sent);
    const current = course && (await this.exports.packOf(course));
    const here = course ? await this.facts.findBy({ courseId: course.id }) : [];
    const { facts, checkedHere } = arrivingFacts(pack.facts, here);
    const changes = packChanges(current, { ...pack, facts });
    return { course, edition: packEdition(current), changes, checkedHere };
  }

  /** The course that it is for; null while there is none. */
  async courseOf({ courseKey }: Pick<CourseImport, 'courseKey'>): Promise<Course | null> {
    return await this.courses.findOneBy({ key: courseKey });
  }

  /** @throws Missing where it is imported already: nothing of it is kept then */
  async packOf({ blob }: Pick<CourseImport, 'blob'>): Promise<CoursePack> {
    if (!blob) throw new Missing('pack');
    const sent = await sentPack(await buffer(await this.blobs.read(blob)));
    if (sent.kind !== 'course') throw new Error('a pack that was kept reads no more');
    return sent.pack;
  }
}

/** The facts as an import would leave them. */
function arrivingFacts(
  sent: readonly PackFact[],
  here: readonly Fact[],
): { facts: PackFact[]; checkedHere: string[] } {
  const staying = sent.flatMap((fact) => {
    const before = here.find(({ key }) => key === fact.key);
    return before && factStays(before, fact) ? [before] : [];
  });
  const byKey = new Map(staying.map((fact) => [fact.key, packFact(fact)]));
  return { facts: sent.map((fact) => byKey.get(fact.key) ?? fact), checkedHere: [...byKey.keys()] };
}
