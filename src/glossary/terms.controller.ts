import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { GlossaryChangesService } from './glossary-changes.service.js';
import { GlossaryListService } from './glossary-list.service.js';
import { termPage } from './glossary.page.js';
import { judged, statedBy, TermForm, TermRemovalForm, withTaken } from './term.form.js';

/** One word of a glossary, for who teaches or runs its course. */
@Roles('instructor', 'staff', 'admin')
@Controller('glossary/:id')
export class TermsController {
  constructor(
    private readonly list: GlossaryListService,
    private readonly changes: GlossaryChangesService,
  ) {}

  @Get()
  async edit(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    return page('glossary/edit', termPage(await this.list.find(actor, id), words));
  }

  @Post()
  async update(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(TermForm) form: Form<TermForm>,
  ): Promise<Page | SeeOther> {
    const term = await this.list.find(actor, id);
    const { seen } = form.value;
    const again = () => rejected('glossary/edit', { ...termPage(term, words, form), edition: seen });
    if (!judged(form).ok) return again();
    return await unlessStale<Page | SeeOther, Page>(
      async () => {
        const taken = await this.changes.change({ actor, term, seen }, statedBy(form.value));
        if (taken.length === 0) return seeOther(`/glossary?course=${term.courseId}`, 'glossary.changed');
        withTaken(form, taken);
        return again();
      },
      async () => overtaken('glossary/edit', termPage(await this.list.find(actor, id), words, form, true)),
    );
  }

  @Post('removal')
  async remove(
    @Asking() actor: Actor,
    @Id() id: number,
    @Filled(TermRemovalForm) { value: { seen } }: Form<TermRemovalForm>,
  ): Promise<SeeOther> {
    const term = await this.list.find(actor, id);
    await this.changes.remove({ actor, term, seen });
    return seeOther(`/glossary?course=${term.courseId}`, 'glossary.removed');
  }
}
