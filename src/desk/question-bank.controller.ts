import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { MaterialAccessService } from '../lessons/material-access.service.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, InWords } from '../platform/web/parameters.js';
import { QuestionTextsService } from '../quizzes/question-texts.service.js';
import { draftFrom, emptyDraft, type QuestionDraft, withOneRowMore } from './question-draft.js';
import { newKey } from './new-key.js';
import { QuestionEditingService } from './question-editing.service.js';
import { messagesOf } from './question-errors.page.js';
import { NewQuestionQuery, QuestionForm, QuestionListQuery } from './question.form.js';
import { questionListPage } from './question-list.page.js';
import { QuestionListService } from './question-list.service.js';
import { newQuestionPage, type Shown } from './question.page.js';
import { QuestionSavesService } from './question-saves.service.js';
import { problemsOf } from './written-question.js';

/** The question bank of a course that the person teaches or runs. */
@Roles('instructor', 'staff', 'admin')
@Controller('question-bank')
export class QuestionBankController {
  constructor(
    private readonly access: MaterialAccessService,
    private readonly list: QuestionListService,
    private readonly editing: QuestionEditingService,
    private readonly saves: QuestionSavesService,
    private readonly texts: QuestionTextsService,
  ) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(QuestionListQuery) query: QuestionListQuery,
  ): Promise<Page> {
    const courses = await this.access.courses(actor);
    const course = query.course === null ? courses[0] : courses.find(({ id }) => id === query.course);
    if (!course && query.course !== null) throw new Missing('course');
    const sessions = course ? await this.list.sessionsOf(course.id) : [];
    const found = course && (await this.list.page(course.id, query, query.page));
    return page('desk/questions', questionListPage({ courses, course, sessions, found }, query, words));
  }

  @Get('new')
  async new(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(NewQuestionQuery) { session, type }: NewQuestionQuery,
  ): Promise<Page> {
    if (session === null || type === null) throw new Missing('page');
    const place = await this.editing.place(actor, session);
    const draft = emptyDraft(type);
    return page('desk/question', newQuestionPage(place, newKey('soal'), draft, {}, this.texts, words));
  }

  @Post()
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(QuestionForm) { value, errors }: Form<QuestionForm>,
  ): Promise<Page | SeeOther> {
    if (errors['session'] || errors['type'] || errors['key']) throw new Missing('page');
    const place = await this.editing.place(actor, value.session ?? 0);
    const draft = draftFrom(value, value.type);
    const key = value.key || newKey('soal');
    const show = (of: QuestionDraft, shown: Shown): object =>
      newQuestionPage(place, key, of, shown, this.texts, words);
    if (value.step === 'add') return page('desk/question', show(withOneRowMore(draft), {}));
    if (value.step === 'preview') return page('desk/question', show(draft, { preview: true }));
    const problems = problemsOf(
      draft,
      place.session.outcomes.map((outcome) => outcome.key),
    );
    const wrong = messagesOf(problems, errors);
    if (Object.keys(wrong).length > 0) return rejected('desk/question', show(draft, { errors: wrong }));
    const id = await this.saves.create(place, key, draft);
    return seeOther(`/questions/${id}/edit`, 'bank.added');
  }
}
