import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { type Message, Refusal } from '../platform/access/refusals.js';
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
import { CourseAttachmentsService, FILE_SENDING } from './course-attachments.service.js';
import { fileDone, fileTrouble } from './file-field.page.js';
import { LessonForm } from './lesson.form.js';
import { lessonEditorPage, type MediaField } from './lesson-editor.page.js';
import { type LessonEditing, LessonEditorService } from './lesson-editor.service.js';
import { LessonPicturesService } from './lesson-pictures.service.js';

/** What was sent with the form of a lesson's editor. */
interface Sent {
  actor: Actor;
  words: Words;
  id: number;
  form: Form<LessonForm>;
}

/** What to say: that it is there, or why it is not. */
type Taken = { done: Message; trouble?: undefined } | { done?: undefined; trouble: string };

/** Pictures and files for a lesson: pasted by the script, or chosen in the form, whose text is kept with them. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id')
export class LessonMediaController {
  constructor(
    private readonly editor: LessonEditorService,
    private readonly drafts: ActivityDraftsService,
    private readonly pictures: LessonPicturesService,
    private readonly files: CourseAttachmentsService,
  ) {}

  @Post('pictures')
  @HttpCode(200)
  @Uploads({ field: 'picture', maxFiles: 1, maxBytes: 12_000_000 })
  async picture(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(LessonForm) form: Form<LessonForm>,
    @Arrived() upload: Upload,
    @Req() request: Request,
  ): Promise<Page | SeeOther | object> {
    const add = async (editing: LessonEditing): Promise<string | null> =>
      upload.files[0] ? await this.pictures.add(actor, editing, upload.files[0]) : null;
    if (request.accepts(['html', 'json']) === 'json') {
      const name = await add(await this.editor.open(actor, id));
      if (!name) throw new Refusal('desk.pictures.notShown');
      return { markdown: `![](pictures/${name})` };
    }
    return await this.take('pictures', { actor, words, id, form }, async (editing) => {
      const name = await add(editing);
      const [problem] = upload.problems;
      if (name) return { done: { key: 'desk.done.picture', values: { name } } };
      return { trouble: problem ? problemText(problem, words) : words.t('desk.pictures.notShown') };
    });
  }

  @Post('files')
  @HttpCode(200)
  @Uploads(FILE_SENDING)
  async file(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(LessonForm) form: Form<LessonForm>,
    @Arrived() upload: Upload,
  ): Promise<Page | SeeOther> {
    return await this.take('files', { actor, words, id, form }, async ({ activity }) => {
      const added = await this.files.add(actor, activity.courseId, upload);
      return typeof added === 'string' ? { trouble: fileTrouble(added, words) } : { done: fileDone(added) };
    });
  }

  /** The text first: whatever becomes of the rest, it is kept. */
  private async take(
    field: MediaField,
    { actor, words, id, form }: Sent,
    add: (editing: LessonEditing) => Promise<Taken>,
  ): Promise<Page | SeeOther> {
    const editing = await this.editor.open(actor, id);
    const isStale = form.ok && !(await this.keep(actor, id, form));
    const { done, trouble } = await add(editing);
    if (form.ok && done && !isStale)
      return seeOther(`/activities/${id}/edit#${field}`, done.key, done.values);
    // What was not kept has not overtaken anybody: it goes on from what its page had seen.
    const opened = await this.editor.open(actor, id);
    const now = form.ok ? opened : { ...opened, seen: form.value.seen };
    const preview = this.editor.preview(now, String(form.values['markdown'] ?? ''));
    const told = { form, preview, isStale, troubles: trouble ? { [field]: trouble } : {} };
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
