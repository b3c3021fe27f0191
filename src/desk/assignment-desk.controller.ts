import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { type ActivityEditing, ActivityEditingService } from './activity-editing.service.js';
import { AssignmentForm, assignmentDraftFrom } from './assignment-desk.form.js';
import { assignmentDeskPage, editedDraft, markdownMessages } from './assignment-desk.page.js';
import {
  type AssignmentDraft,
  assignmentProblems,
  withCriterion,
  withoutCriterion,
} from './assignment-draft.js';
import { messagesOf } from './question-errors.page.js';

const VIEW = 'desk/assignment';
const REMOVAL = 'remove:';

/** Writing an assignment with its rubric: work handed in keeps the version that it was made for. */
@Roles('instructor', 'staff', 'admin')
@Controller('assignments')
export class AssignmentDeskController {
  constructor(
    private readonly editing: ActivityEditingService,
    private readonly drafts: ActivityDraftsService,
  ) {}

  @Get(':id/edit')
  async edit(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const editing = await this.editing.open(actor, id, 'assignment');
    return page(VIEW, assignmentDeskPage(editing, editedDraft(editing), {}, words));
  }

  /** Kept as it stands; only what is to be published has to be complete. */
  @Post(':id/edit')
  async save(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(AssignmentForm) { value, errors }: Form<AssignmentForm>,
  ): Promise<Page | SeeOther> {
    const editing = await this.editing.open(actor, id, 'assignment');
    const draft = assignmentDraftFrom(value);
    const { step, seen } = value;
    const show = (of: AssignmentDraft, shown = {}): object =>
      assignmentDeskPage({ ...editing, seen }, of, shown, words);
    if (step === 'add') return page(VIEW, show(withCriterion(draft)));
    if (step === 'preview') return page(VIEW, show(draft, { preview: true }));
    if (step.startsWith(REMOVAL))
      return page(VIEW, show(withoutCriterion(draft, step.slice(REMOVAL.length))));
    const wrong = step === 'publish' ? problemsAt(editing, draft, errors, words) : errors;
    if (Object.keys(wrong).length > 0) return rejected(VIEW, show(draft, { errors: wrong }));
    return await unlessStale(
      async () => {
        await this.drafts.save(id, draft, seen, actor.personId);
        return step === 'publish'
          ? seeOther(`/activities/${id}/publication`)
          : seeOther(`/assignments/${id}/edit`, 'desk.done.saved');
      },
      async () => {
        const now = await this.editing.open(actor, id, 'assignment');
        return overtaken(VIEW, assignmentDeskPage(now, draft, { isStale: true }, words));
      },
    );
  }
}

/** What keeps a draft from being published, by the field at which it is to be mended. */
function problemsAt(
  { activity, course }: ActivityEditing,
  draft: AssignmentDraft,
  errors: Form<AssignmentForm>['errors'],
  words: Words,
): Form<AssignmentForm>['errors'] {
  const unread = { ...markdownMessages(draft, course, words), ...errors };
  return messagesOf(assignmentProblems(draft, activity.submitsAs !== 'none'), unread);
}
