import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Refusal } from '../platform/access/refusals.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { Arrived } from '../platform/uploads/arrived.js';
import type { Upload } from '../platform/uploads/upload.js';
import { problemText } from '../platform/uploads/upload-problem.js';
import { Uploads } from '../platform/uploads/uploads.interceptor.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { LessonForm } from './lesson.form.js';
import { lessonEditorPage } from './lesson-editor.page.js';
import { LessonEditorService } from './lesson-editor.service.js';
import { LessonPicturesService } from './lesson-pictures.service.js';

/** Pictures for a lesson: pasted by the script, or chosen in the form, whose text is kept with them. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id/pictures')
export class LessonPicturesController {
  constructor(
    private readonly editor: LessonEditorService,
    private readonly drafts: ActivityDraftsService,
    private readonly pictures: LessonPicturesService,
  ) {}

  @Post()
  @HttpCode(200)
  @Uploads({ field: 'picture', maxFiles: 1, maxBytes: 12_000_000 })
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(LessonForm) form: Form<LessonForm>,
    @Arrived() upload: Upload,
    @Req() request: Request,
  ): Promise<Page | SeeOther | object> {
    const editing = await this.editor.open(actor, id);
    if (request.accepts(['html', 'json']) === 'json') {
      const name = upload.files[0] ? await this.pictures.add(actor, editing, upload.files[0]) : null;
      if (!name) throw new Refusal('desk.pictures.notShown');
      return { markdown: `![](pictures/${name})` };
    }
    const isStale = form.ok && !(await this.keep(actor, id, form));
    const name = upload.files[0] ? await this.pictures.add(actor, editing, upload.files[0]) : null;
    if (form.ok && name && !isStale)
      return seeOther(`/activities/${id}/edit#pictures`, 'desk.done.picture', { name });
    const [problem] = upload.problems;
    const reason = problem ? problemText(problem, words) : words.t('desk.pictures.notShown');
    const now = await this.editor.open(actor, id);
    const preview = this.editor.preview(now, String(form.values['markdown'] ?? ''));
    const told = { form, preview, isStale, ...(name ? {} : { trouble: reason }) };
    return page('desk/lesson', lessonEditorPage(now, told, words), isStale ? 409 : 422);
  }

  /** False where another has saved meanwhile. */
  private keep(actor: Actor, id: number, { value }: Form<LessonForm>): Promise<boolean> {
    const { title, minutes, checkedOn, markdown, seen } = value;
    return unlessStale(
      async () => {
        await this.drafts.save(id, { title, minutes, checkedOn, markdown }, seen, actor.personId);
        return true;
      },
      () => Promise.resolve(false),
    );
  }
}
