import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Question, QuestionVersion } from '../courses/question.entity.js';
import { Session } from '../courses/session.entity.js';
import type { Course } from '../courses/course.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { CourseEditingService } from './course-editing.service.js';

/** Where a question belongs. */
export interface QuestionPlace {
  course: Course;
  session: Session;
}

export type PublishedText = Pick<QuestionVersion, 'version' | 'publishedAt'>;

export interface EditedQuestion extends QuestionPlace {
  question: Question;
  current: QuestionVersion;
  /** The one whose text the form holds: the current one, or an older one that is to be restored. */
  wanted: QuestionVersion;
  /** All of them, the newest first. */
  versions: PublishedText[];
}

/** What a form says that it was opened with; `mustPass` is no part of a version. */
export const seenOf = (version: Pick<QuestionVersion, 'version'>, { mustPass }: Pick<Question, 'mustPass'>) =>
  `${version.version}.${mustPass ? 1 : 0}`;

/** Finds questions to edit through the person who asks. */
@Injectable()
export class QuestionEditingService {
  constructor(
    private readonly editing: CourseEditingService,
    @InjectRepository(Question) private readonly questions: Repository<Question>,
    @InjectRepository(QuestionVersion) private readonly versions: Repository<QuestionVersion>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
  ) {}

  /** Where a new question would belong. @throws Missing where the actor may not edit that course */
  async place(actor: Actor, sessionId: number): Promise<QuestionPlace> {
    const session = await this.sessions.findOneBy({ id: sessionId });
    if (!session) throw new Missing('session');
    return { session, course: await this.editing.course(actor, session.courseId) };
  }

  /** @throws Missing where there is no such question or version, or the actor may not edit its course */
  async open(actor: Actor, id: number, version: number | null = null): Promise<EditedQuestion> {
    const question = await this.questions.findOneBy({ id });
    if (!question) throw new Missing('question');
    const place = await this.place(actor, question.sessionId);
    const current = await this.versions.findOneBy({ id: question.currentVersionId ?? 0 });
    const wanted = version === null ? current : await this.versions.findOneBy({ questionId: id, version });
    if (!current || !wanted) throw new Missing('version');
    const versions = await this.versions.find({
      select: { version: true, publishedAt: true },
      where: { questionId: id },
      order: { version: 'DESC' },
    });
    return { ...place, question, current, wanted, versions };
  }
}
