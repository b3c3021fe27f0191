import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { PersonDirectory } from '../platform/access/person-directory.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CheckDaysService } from './check-days.service.js';
import { FactChangesService } from './fact-changes.service.js';
import { FactListService } from './fact-list.service.js';
import { FactForm, FactLookForm, FactsQuery, formOf, statedBy } from './fact.form.js';
import { factPage, factsPage } from './facts.page.js';

/** What has to be checked before a cohort starts. */
@Roles('instructor', 'staff', 'admin')
@Controller('facts')
export class FactsController {
  constructor(
    private readonly list: FactListService,
    private readonly changes: FactChangesService,
    private readonly days: CheckDaysService,
    private readonly people: PersonDirectory,
  ) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(FactsQuery) query: FactsQuery,
  ): Promise<Page> {
    return page('facts/index', factsPage(await this.list.of(actor, query.course), query, words));
  }

  @Post(':id/check')
  async check(
    @Asking() actor: Actor,
    @Id() id: number,
    @Filled(FactLookForm) { value: { seen } }: Form<FactLookForm>,
  ): Promise<SeeOther> {
    const courseId = await this.changes.confirm({ actor, id, seen });
    return seeOther(`/facts?course=${courseId}`, 'facts.confirmed');
  }

  @Get(':id')
  async edit(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const fact = await this.list.find(actor, id);
    return page('facts/edit', factPage(fact, formOf(fact), words));
  }

  @Post(':id')
  async update(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(FactForm) form: Form<FactForm>,
  ): Promise<Page | SeeOther> {
    const fact = await this.list.find(actor, id);
    const { expiresOn, seen } = form.value;
    if (form.ok && expiresOn !== '' && expiresOn < this.days.today())
      form.reject('expiresOn', 'facts.edit.expiresBefore');
    if (!form.ok) return rejected('facts/edit', { ...factPage(fact, form, words), edition: seen });
    return await unlessStale(
      async () => {
        const courseId = await this.changes.change({ actor, id, seen }, statedBy(form.value));
        return seeOther(`/facts?course=${courseId}&show=all`, 'facts.changed');
      },
      () => this.stalePage(actor, id, form, words),
    );
  }

  /** What was typed beside what stands now; sending it again replaces it knowingly. */
  private async stalePage(actor: Actor, id: number, form: Form<FactForm>, words: Words): Promise<Page> {
    const fact = await this.list.find(actor, id);
    const names = await this.people.namesOf(fact.checkedById === null ? [] : [fact.checkedById]);
    const by = names.get(fact.checkedById ?? 0) ?? '';
    return overtaken('facts/edit', factPage(fact, form, words, { by }));
  }
}
