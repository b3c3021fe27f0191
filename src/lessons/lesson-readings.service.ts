import { Injectable } from '@nestjs/common';
import { ActivitiesService } from '../courses/activities.service.js';
import type { LessonContent } from '../courses/activity-content.js';
import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { GlossaryService } from '../courses/glossary.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { Clock } from '../platform/clock/clock.js';
import { LearnerCourseService } from './learner-course.service.js';
import type { LearnerActivity, LearnerSession } from './learner-session.js';
import { MaterialAccessService } from './material-access.service.js';

export interface LessonReading {
  session: LearnerSession;
  lesson: LearnerActivity;
  /** Null while it is not open to this reader. */
  content: LessonContent | null;
  /** Those that its text explains, in the order of the text, with what they mean today. */
  terms: GlossaryTerm[];
  /** The sessions around, for the way on and back. */
  nearby: LearnerSession[];
  /** Of a learner whose cohort is running: it may be marked. */
  isLearner: boolean;
  isPreview: boolean;
  /** A device may be shared: what it keeps of the reading is this person's. */
  readerId: number;
  now: Date;
}

/** Opens lessons for those who may read them. Reading writes nothing. */
@Injectable()
export class LessonReadingsService {
  constructor(
    private readonly access: MaterialAccessService,
    private readonly activities: ActivitiesService,
    private readonly course: LearnerCourseService,
    private readonly glossary: GlossaryService,
    private readonly clock: Clock,
  ) {}

  /** @throws Missing where the lesson is not of a course that the actor takes or teaches */
  async open(actor: Actor, id: number): Promise<LessonReading> {
    const { courseId, session: of } = await this.activities.publishedAnywhere(id, 'lesson');
    const place = await this.access.placeIn(actor, courseId);
    const around = { from: of.number - 1, to: of.number + 1 };
    const { sessions } = place
      ? await this.course.of(place, around)
      : await this.course.preview(courseId, around);
    const session = sessions.find(({ number }) => number === of.number);
    const lesson = session?.activities.find((activity) => activity.id === id);
    if (!session || !lesson) throw new Missing('lesson');
    const content = lesson.standing === 'closed' ? null : await this.contentOf(lesson);
    return {
      session,
      lesson,
      content,
      terms: await this.termsOf(courseId, content),
      nearby: sessions,
      isLearner: place?.status === 'active',
      isPreview: place === null,
      readerId: actor.personId,
      now: this.clock.now(),
    };
  }

  private async termsOf(courseId: number, content: LessonContent | null): Promise<GlossaryTerm[]> {
    const keys = content?.terms ?? [];
    const terms = await this.glossary.named(courseId, keys);
    return terms.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  }

  private async contentOf({ versionId }: LearnerActivity): Promise<LessonContent> {
    const { content } = await this.activities.version(versionId);
    return content as LessonContent;
  }
}
