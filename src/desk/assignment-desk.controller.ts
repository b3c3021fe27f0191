import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { AssignmentForm, assignmentDraftFrom, VersionQuery } from './assignment-desk.form.js';
import { assignmentDeskPage, markdownMessages } from './assignment-desk.page.js';
import {
  type AssignmentDraft,
  assignmentDraftOf,
  assignmentProblems,
  assignmentSource,
  blankAssignment,
  contentOf,
  withCriterion,
  withoutCriterion,
} from './assignment-draft.js';
import { AssignmentEditingService } from './assignment-editing.service.js';
import { messagesOf } from './question-errors.page.js';

const VIEW = 'desk/assignment';
const REMOVAL = 'remove:';

/** An assignment with its rubric: saving publishes the next version, and work handed in keeps its own. */
@Roles('instructor', 'staff', 'admin')
@Controller('assignments')
export class AssignmentDeskController {
  constructor(private readonly editing: AssignmentEditingService) {}

  /** `?version=` fills the form with an older version, which publishing then restores. */
  @Get(':id/edit')
  async edit(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(VersionQuery) { version }: VersionQuery,
  ): Promise<Page> {
    const edited = await this.editing.open(actor, id, version);
    const draft = edited.wanted ? assignmentDraftOf(contentOf(edited.wanted)) : blankAssignment();
    return page(VIEW, assignmentDeskPage(edited, draft, edited.current?.version ?? 0, {}, words));
  }

  @Post(':id/edit')
  async publish(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(AssignmentForm) { value, errors }: Form<AssignmentForm>,
  ): Promise<Page | SeeOther> {
    const edited = await this.editing.open(actor, id);
    const draft = assignmentDraftFrom(value);
    const { step, seen } = value;
    const show = (of: AssignmentDraft, shown = {}): object =>
      assignmentDeskPage(edited, of, seen, shown, words);
    if (step === 'add') return page(VIEW, show(withCriterion(draft)));
    if (step === 'preview') return page(VIEW, show(draft, { preview: true }));
    if (step.startsWith(REMOVAL))
      return page(VIEW, show(withoutCriterion(draft, step.slice(REMOVAL.length))));
    const handsIn = edited.activity.submitsAs !== 'none';
    const unread = { ...markdownMessages(draft, edited, words), ...errors };
    const wrong = messagesOf(assignmentProblems(draft, handsIn), unread);
    if (Object.keys(wrong).length > 0) return rejected(VIEW, show(draft, { errors: wrong }));
    const source = assignmentSource(draft, handsIn);
    return await unlessStale(
      async () => {
        await this.editing.publish(actor, edited, source, seen);
        return seeOther(`/assignments/${id}/edit`, 'tasks.published');
      },
      async () => {
        const now = await this.editing.open(actor, id);
        const newest = now.current?.version ?? 0;
        return overtaken(VIEW, assignmentDeskPage(now, draft, newest, { isStale: true }, words));
      },
    );
  }
}
