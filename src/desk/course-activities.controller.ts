import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CourseActivitiesService } from './course-activities.service.js';
import { CourseEditingService } from './course-editing.service.js';
import { NewActivityForm } from './course-structure.form.js';
import { editorPath } from './editor-path.js';
import { newActivityPage } from './new-activity.page.js';
import { newKey } from './new-key.js';
import { SessionWordsService } from './session-words.service.js';

/** Which activities a course has. */
@Roles('instructor', 'staff', 'admin')
@Controller('courses/:id/edit')
export class CourseActivitiesController {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly sessions: SessionWordsService,
    private readonly activities: CourseActivitiesService,
  ) {}

  @Get('sessions/:session/activities/new')
  async new(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('session') id: number,
  ): Promise<Page> {
    await this.editing.course(actor, courseId);
    const session = await this.sessions.find(courseId, id);
    const form = Form.showing<NewActivityForm>({ kind: 'lesson', key: newKey('kegiatan') });
    return page('desk/new-activity', newActivityPage(session, form, words));
  }

  @Post('sessions/:session/activities')
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('session') id: number,
    @Filled(NewActivityForm) form: Form<NewActivityForm>,
  ): Promise<Page | SeeOther> {
    await this.editing.course(actor, courseId);
    const session = await this.sessions.find(courseId, id);
    if (!form.ok) return rejected('desk/new-activity', newActivityPage(session, form, words));
    const { kind, title, submitsAs } = form.value;
    const activity = await this.activities.create(actor, session, {
      key: form.value.key || newKey('kegiatan'),
      kind,
      title,
      submitsAs: kind === 'assignment' ? (submitsAs ?? 'individual') : 'individual',
    });
    return seeOther(editorPath(activity), 'desk.new.done');
  }

  @Post('activities/:activity/withdrawal')
  async withdraw(
    @Asking() actor: Actor,
    @Id() courseId: number,
    @Id('activity') id: number,
  ): Promise<SeeOther> {
    await this.editing.course(actor, courseId);
    await this.activities.withdraw(actor, courseId, id);
    return seeOther(`/courses/${courseId}/edit`, 'desk.membership.withdrawn');
  }

  @Post('activities/:activity/withdrawal/end')
  async putBack(
    @Asking() actor: Actor,
    @Id() courseId: number,
    @Id('activity') id: number,
  ): Promise<SeeOther> {
    await this.editing.course(actor, courseId);
    await this.activities.putBack(actor, courseId, id);
    return seeOther(`/courses/${courseId}/edit`, 'desk.membership.isBack');
  }

  @Post('activities/:activity/removal')
  async remove(
    @Asking() actor: Actor,
    @Id() courseId: number,
    @Id('activity') id: number,
  ): Promise<SeeOther> {
    await this.editing.course(actor, courseId);
    await this.activities.remove(actor, courseId, id);
    return seeOther(`/courses/${courseId}/edit`, 'desk.membership.removed');
  }
}
