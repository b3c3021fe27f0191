import { Controller, Get, Post } from '@nestjs/common';
import type { Session } from '../courses/session.entity.js';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CourseEditingService } from './course-editing.service.js';
import { ModuleForm, SessionForm } from './course-structure.form.js';
import { CourseStructureService } from './course-structure.service.js';
import { modulePage, sessionFormOf, sessionWordsPage } from './session-words.page.js';
import { SessionWordsService } from './session-words.service.js';

/** How the syllabus words its modules and sessions. */
@Roles('instructor', 'staff', 'admin')
@Controller('courses/:id/edit')
export class PlanWordsController {
  constructor(
    private readonly editing: CourseEditingService,
    private readonly structure: CourseStructureService,
    private readonly sessions: SessionWordsService,
  ) {}

  @Get('sessions/:session')
  async session(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('session') id: number,
  ): Promise<Page> {
    const session = await this.openSession(actor, courseId, id);
    return page('desk/session', sessionWordsPage(session, sessionFormOf(session), words));
  }

  @Post('sessions/:session')
  async changeSession(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('session') id: number,
    @Filled(SessionForm) form: Form<SessionForm>,
  ): Promise<Page | SeeOther> {
    const session = await this.openSession(actor, courseId, id);
    const { seen, title, summary, outcomes: typed } = form.value;
    const outcomes = session.outcomes.map(({ key, text }) => ({ key, text: typed?.[key] ?? text }));
    if (outcomes.some(({ text }) => text === '')) form.reject('outcomes', 'desk.session.emptyOutcome');
    if (!form.ok) return rejected('desk/session', { ...sessionWordsPage(session, form, words), seen });
    return await unlessStale(
      async () => {
        await this.sessions.change(actor, session, seen, { title, summary, outcomes });
        return seeOther(`/courses/${courseId}/edit`, 'desk.structure.saved');
      },
      async () => {
        const now = await this.openSession(actor, courseId, id);
        return overtaken('desk/session', sessionWordsPage(now, form, words, true));
      },
    );
  }

  @Get('modules/:module')
  async module(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('module') id: number,
  ): Promise<Page> {
    const module = await this.openModule(actor, courseId, id);
    return page('desk/module', modulePage(module, Form.showing<ModuleForm>({ title: module.title }), words));
  }

  @Post('modules/:module')
  async rename(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() courseId: number,
    @Id('module') id: number,
    @Filled(ModuleForm) form: Form<ModuleForm>,
  ): Promise<Page | SeeOther> {
    const module = await this.openModule(actor, courseId, id);
    const { seen, title } = form.value;
    if (!form.ok) return rejected('desk/module', { ...modulePage(module, form, words), seen });
    return await unlessStale(
      async () => {
        await this.structure.rename(actor, { courseId, id, seen }, title);
        return seeOther(`/courses/${courseId}/edit`, 'desk.structure.saved');
      },
      async () => {
        const now = await this.openModule(actor, courseId, id);
        return overtaken('desk/module', modulePage(now, form, words, true));
      },
    );
  }

  private async openSession(actor: Actor, courseId: number, id: number): Promise<Session> {
    await this.editing.course(actor, courseId);
    return await this.sessions.find(courseId, id);
  }

  private async openModule(actor: Actor, courseId: number, id: number) {
    await this.editing.course(actor, courseId);
    return await this.structure.module(courseId, id);
  }
}
