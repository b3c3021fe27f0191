import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { LessonForm } from './lesson.form.js';
import { lessonEditorPage, previewItem } from './lesson-editor.page.js';
import { LessonEditorService } from './lesson-editor.service.js';

/** Writing a lesson: the text, its draft, and how it will look. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id')
export class LessonEditorController {
  constructor(
    private readonly editor: LessonEditorService,
    private readonly drafts: ActivityDraftsService,
  ) {}

  @Get('edit')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const editing = await this.editor.open(actor, id);
    const form = Form.showing<LessonForm>({ ...editing.source });
    const preview = this.editor.preview(editing, editing.source.markdown);
    return page('desk/lesson', lessonEditorPage(editing, { form, preview }, words));
  }

  @Post('draft')
  async save(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(LessonForm) form: Form<LessonForm>,
  ): Promise<Page | SeeOther> {
    const { seen, goTo, title, minutes, checkedOn, markdown } = form.value;
    const editing = await this.editor.open(actor, id);
    const preview = this.editor.preview(editing, String(form.values['markdown'] ?? ''));
    if (!form.ok)
      return rejected('desk/lesson', lessonEditorPage({ ...editing, seen }, { form, preview }, words));
    return await unlessStale(
      async () => {
        await this.drafts.save(id, { title, minutes, checkedOn, markdown }, seen, actor.personId);
        return goTo
          ? seeOther(`/activities/${id}/publication`)
          : seeOther(`/activities/${id}/edit`, 'desk.done.saved');
      },
      async () => {
        const now = await this.editor.open(actor, id);
        return overtaken('desk/lesson', lessonEditorPage(now, { form, preview, isStale: true }, words));
      },
    );
  }

  /** What is typed as it would look, kept nowhere: for the script of the page, and for who has none. */
  @Post('preview')
  @HttpCode(200)
  async preview(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(LessonForm) form: Form<LessonForm>,
    @Req() request: Request,
  ): Promise<Page | object> {
    const editing = await this.editor.open(actor, id);
    const preview = this.editor.preview(editing, form.value.markdown);
    if (request.accepts(['html', 'json']) === 'json') return previewItem(preview, words);
    const seen = form.value.seen;
    return page('desk/lesson', lessonEditorPage({ ...editing, seen }, { form, preview }, words));
  }
}
