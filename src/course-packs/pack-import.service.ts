import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Activity } from '../courses/activity.entity.js';
import { CourseFilesService } from '../courses/course-files.service.js';
import { CourseMediaService } from '../courses/course-media.service.js';
import { CourseRenderingService } from '../courses/course-rendering.service.js';
import { FactPublishingService } from '../courses/fact-publishing.service.js';
import { PicturesService } from '../courses/pictures.service.js';
import type { Publisher } from '../courses/publishing.service.js';
import { Question } from '../courses/question.entity.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { CoursePack } from './course-pack.js';
import { type ImportReport, nothingDone, together } from './import-report.js';
import { PackContentService } from './pack-content.service.js';
import { PackFrameService } from './pack-frame.service.js';
import { RowWriter } from './row-writer.js';

/** Told how many sessions are done, of how many. */
type Progress = (done: number, total: number) => Promise<void>;

/** Brings a course that was read from its files before learners. */
@Injectable()
export class PackImportService {
  constructor(
    private readonly frames: PackFrameService,
    private readonly contents: PackContentService,
    private readonly pictures: PicturesService,
    private readonly files: CourseFilesService,
    private readonly media: CourseMediaService,
    private readonly factTexts: FactPublishingService,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    private readonly renderings: CourseRenderingService,
    @InjectRepository(Activity) private readonly activities: Repository<Activity>,
    @InjectRepository(Question) private readonly questions: Repository<Question>,
  ) {}

  /**
   * Makes the course what the pack says: new content is published, other content becomes the next version, and the
   * same content changes nothing, so that an import that was cut off is completed by importing again. The frame of
   * the course, with whatever shows a fact that is another now, is one unit of work and each session another: a few
   * dozen rows each, that others need not wait long.
   *
   * @throws Refusal where the pack gives the key of an activity to another kind; nothing is written then.
   */
  async import(
    pack: CoursePack,
    authorId: number | null,
    progress: Progress = () => Promise.resolve(),
  ): Promise<ImportReport> {
    const publisher: Publisher = { authorId, now: this.clock.now() };
    const known = await this.frames.courseIdOf(pack.key);
    const media = [
      ...(await this.pictures.prepare(known, pack.pictures)),
      ...(await this.files.prepare(known, pack.files)),
    ];
    const { frame, report } = await this.units.inTransaction(async (manager) => {
      const writer = new RowWriter(manager);
      const frame = await this.frames.put(writer, pack);
      for (const medium of media)
        writer.report[await this.media.put(manager, frame.courseId, medium, authorId)] += 1;
      const { courseId, changedFacts } = frame;
      writer.report.newVersions += await this.factTexts.publishShowing(
        manager,
        courseId,
        changedFacts,
        authorId,
      );
      return { frame, report: writer.report };
    });
    const reports = [report];
    const { rendering } = await this.renderings.of(frame.courseId);
    for (const [index, session] of pack.sessions.entries()) {
      await progress(index, pack.sessions.length);
      const done = await this.units.inTransaction(async (manager) => {
        const writer = new RowWriter(manager);
        await this.contents.put(writer, session, { frame, rendering, publisher });
        return writer.report;
      });
      reports.push(done);
    }
    reports.push({ ...nothingDone(), notInPack: await this.notInPack(frame.courseId, pack) });
    return together(reports);
  }

  /** Somebody may have written it here, so it stays; whoever imports reads which it is. */
  private async notInPack(courseId: number, { sessions }: CoursePack): Promise<string[]> {
    const given = new Set(
      sessions.flatMap(({ activities, questions }) => [...activities, ...questions].map(({ key }) => key)),
    );
    const select = { key: true };
    const known = [
      ...(await this.activities.find({ select, where: { courseId } })),
      ...(await this.questions.find({ select, where: { courseId } })),
    ];
    return known.map(({ key }) => key).filter((key) => !given.has(key));
  }
}
