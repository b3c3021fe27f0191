import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { buffer } from 'node:stream/consumers';
import { In, IsNull, Not, type Repository } from 'typeorm';
import { Activity, ActivityVersion } from '../courses/activity.entity.js';
import { Course, CourseModule, GradeComponent } from '../courses/course.entity.js';
import { CourseFile } from '../courses/course-file.entity.js';
import { CourseMediaService } from '../courses/course-media.service.js';
import { CoursePicture } from '../courses/course-picture.entity.js';
import { Fact } from '../courses/fact.entity.js';
import { GlossaryService } from '../courses/glossary.service.js';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { Session } from '../courses/session.entity.js';
import { Missing } from '../platform/access/refusals.js';
import { BlobsService } from '../platform/uploads/blobs.service.js';
import type { CoursePack, PackMedium } from './course-pack.js';
import { type CourseRows, packOfCourse } from './packed-course.js';
import { mentionedMedia } from './mentioned-media.js';

/** Reads a course back into the pack that an import would make it from. */
@Injectable()
export class PackExportsService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    private readonly media: CourseMediaService,
    private readonly glossary: GlossaryService,
    private readonly blobs: BlobsService,
  ) {}

  /** @throws Missing */
  async packOfId(id: number): Promise<CoursePack> {
    const course = await this.courses.findOneBy({ id });
    if (!course) throw new Missing('course');
    return await this.packOf(course);
  }

  /** What learners of a course would begin with now. */
  async packOf(course: Course): Promise<CoursePack> {
    const { manager } = this.courses;
    const where = { courseId: course.id };
    const pack = packOfCourse({
      course,
      modules: await manager.find(CourseModule, { where, order: { position: 'ASC' } }),
      components: await manager.find(GradeComponent, { where, order: { position: 'ASC', id: 'ASC' } }),
      facts: await manager.find(Fact, { where, order: { id: 'ASC' } }),
      glossary: await this.glossary.of(course.id),
      sessions: await manager.find(Session, { where, order: { number: 'ASC' } }),
      activities: await this.activitiesOf(course.id),
      questions: await this.questionsOf(course.id),
      pictures: [],
      files: [],
    });
    const { pictures, files } = mentionedMedia(pack.sessions);
    return {
      ...pack,
      pictures: await this.mediaOf(CoursePicture, course.id, pictures),
      files: await this.mediaOf(CourseFile, course.id, files),
    };
  }

  private async activitiesOf(courseId: number): Promise<CourseRows['activities']> {
    const { manager } = this.courses;
    const rows = await manager.find(Activity, {
      where: { courseId, currentVersionId: Not(IsNull()) },
      order: { position: 'ASC', id: 'ASC' },
    });
    const ids = rows.map(({ currentVersionId }) => currentVersionId ?? 0);
    const versions = new Map(
      (await manager.findBy(ActivityVersion, { id: In(ids) })).map((version) => [version.id, version]),
    );
    return rows.map((activity) => ({
      activity,
      content: versions.get(activity.currentVersionId ?? 0)?.content,
    }));
  }

  private async questionsOf(courseId: number): Promise<CourseRows['questions']> {
    const { manager } = this.courses;
    const where = { courseId, currentVersionId: Not(IsNull()) };
    const rows = await manager.find(Question, { where, order: { id: 'ASC' } });
    const ids = rows.map(({ currentVersionId }) => currentVersionId ?? 0);
    const versions = new Map(
      (await manager.findBy(QuestionVersion, { id: In(ids) })).map((version) => [version.id, version]),
    );
    return rows.flatMap((question) => {
      const version = versions.get(question.currentVersionId ?? 0);
      return version ? [{ question, version }] : [];
    });
  }

  /** Only those that a text mentions: nobody could see others. */
  private async mediaOf(
    kind: typeof CoursePicture | typeof CourseFile,
    courseId: number,
    mentioned: ReadonlySet<string>,
  ): Promise<PackMedium[]> {
    const rows = await this.media.current(kind, courseId);
    const wanted = rows
      .filter(({ name }) => mentioned.has(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(async ({ name, type, blobKey: key }): Promise<PackMedium> => ({
        name,
        type,
        bytes: await buffer(await this.blobs.read({ key })),
      }));
    return await Promise.all(wanted);
  }
}
