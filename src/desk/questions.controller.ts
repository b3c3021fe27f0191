import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { QuestionTextsService } from '../quizzes/question-texts.service.js';
import type { QuestionTypeName } from '../quizzes/question-types/question-type.js';
import { draftFrom, draftOf, type QuestionDraft, withOneRowMore } from './question-draft.js';
import { type EditedQuestion, QuestionEditingService, seenOf } from './question-editing.service.js';
import { messagesOf } from './question-errors.page.js';
import { QuestionForm, QuestionQuery } from './question.form.js';
import { editedQuestionPage, type Shown } from './question.page.js';
import { QuestionSavesService } from './question-saves.service.js';
import { problemsOf } from './written-question.js';

/** One question of the bank: saving it publishes its next version, which running attempts do not see. */
@Roles('instructor', 'staff', 'admin')
@Controller('questions')
export class QuestionsController {
  constructor(
    private readonly editing: QuestionEditingService,
    private readonly saves: QuestionSavesService,
    private readonly texts: QuestionTextsService,
  ) {}

  /** `?version=` fills the form with an older version, which publishing then restores. */
  @Get(':id/edit')
  async edit(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(QuestionQuery) { version }: QuestionQuery,
  ): Promise<Page> {
    const edited = await this.editing.open(actor, id, version);
    const { question, current, wanted } = edited;
    const draft = draftOf(wanted, question.mustPass);
    return page('desk/question', this.model(edited, draft, seenOf(current, question), {}, words));
  }

  @Post(':id/edit')
  async publish(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(QuestionForm) { value, errors }: Form<QuestionForm>,
  ): Promise<Page | SeeOther> {
    const edited = await this.editing.open(actor, id);
    const draft = draftFrom(value, edited.current.type as QuestionTypeName);
    const show = (of: QuestionDraft, shown: Shown, seen = value.seen): object =>
      this.model(edited, of, seen, shown, words);
    if (value.step === 'add') return page('desk/question', show(withOneRowMore(draft), {}));
    if (value.step === 'preview') return page('desk/question', show(draft, { preview: true }));
    const problems = problemsOf(
      draft,
      edited.session.outcomes.map(({ key }) => key),
    );
    const wrong = messagesOf(problems, errors);
    if (Object.keys(wrong).length > 0) return rejected('desk/question', show(draft, { errors: wrong }));
    return await unlessStale(
      async () => {
        await this.saves.publish(id, draft, value.seen);
        return seeOther(`/questions/${id}/edit`, 'bank.published');
      },
      async () => {
        const now = await this.editing.open(actor, id);
        const seen = seenOf(now.current, now.question);
        return overtaken('desk/question', this.model(now, draft, seen, { isStale: true }, words));
      },
    );
  }

  private model(edited: EditedQuestion, draft: QuestionDraft, seen: string, shown: Shown, words: Words) {
    return editedQuestionPage(edited, draft, seen, shown, this.texts, words);
  }
}
