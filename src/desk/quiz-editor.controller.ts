import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { quizSettings, sessionsProblem } from './quiz-draft.js';
import { QuizForm } from './quiz-editor.form.js';
import { quizEditorPage } from './quiz-editor.page.js';
import { type QuizEditing, QuizEditorService } from './quiz-editor.service.js';

/** The settings of a quiz: what it draws, how long, how often, and when the answers may be seen. */
@Roles('instructor', 'staff', 'admin')
@Controller('quizzes/:id/edit')
export class QuizEditorController {
  constructor(
    private readonly editor: QuizEditorService,
    private readonly drafts: ActivityDraftsService,
  ) {}

  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const editing = await this.editor.open(actor, id);
    return page('desk/quiz', quizEditorPage(editing, Form.showing<QuizForm>({ ...editing.source }), words));
  }

  @Post()
  async save(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(QuizForm) form: Form<QuizForm>,
  ): Promise<Page | SeeOther> {
    const editing = await this.editor.open(actor, id);
    const { seen, goTo, ...settings } = form.value;
    if (!judged(form, editing).ok)
      return rejected('desk/quiz', quizEditorPage({ ...editing, seen }, form, words));
    return await unlessStale(
      async () => {
        await this.drafts.save(id, quizSettings(settings), seen, actor.personId);
        return goTo
          ? seeOther(`/activities/${id}/publication`)
          : seeOther(`/quizzes/${id}/edit`, 'desk.done.saved');
      },
      async () => {
        const now = await this.editor.open(actor, id);
        return overtaken('desk/quiz', quizEditorPage(now, form, words, true));
      },
    );
  }
}

/** An exam names at least one session, and none that comes after its own. */
function judged(form: Form<QuizForm>, { sessions }: QuizEditing): Form<QuizForm> {
  if (!form.ok) return form;
  const drawable = sessions.map(({ number }) => number);
  const problem = sessionsProblem(form.value, drawable);
  return problem ? form.reject('from', `desk.quiz.fromProblems.${problem}`) : form;
}
