import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, InWords } from '../platform/web/parameters.js';
import { GlossaryChangesService } from './glossary-changes.service.js';
import { GlossaryListService } from './glossary-list.service.js';
import { glossaryPage, newTermPage } from './glossary.page.js';
import { GlossaryQuery, judged, statedBy, TermForm, withTaken } from './term.form.js';

/** The words that the lessons of a course explain. */
@Roles('instructor', 'staff', 'admin')
@Controller('glossary')
export class GlossaryController {
  constructor(
    private readonly list: GlossaryListService,
    private readonly changes: GlossaryChangesService,
  ) {}

  @Roles('student', 'instructor', 'staff', 'admin')
  @Get()
  async index(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Asked(GlossaryQuery) { course, q }: GlossaryQuery,
  ): Promise<Page> {
    return page('glossary/index', glossaryPage(await this.list.of(actor, course), q, words));
  }

  @Get('new')
  async new(@Asking() actor: Actor, @Asked(GlossaryQuery) { course }: GlossaryQuery): Promise<Page> {
    return page(
      'glossary/edit',
      newTermPage(await this.list.course(actor, course), Form.showing<TermForm>()),
    );
  }

  @Post()
  async create(@Asking() actor: Actor, @Filled(TermForm) form: Form<TermForm>): Promise<Page | SeeOther> {
    const course = await this.list.course(actor, form.errors['course'] ? null : form.value.course);
    if (!judged(form).ok) return rejected('glossary/edit', newTermPage(course, form));
    const taken = await this.changes.add(actor, course.id, statedBy(form.value));
    if (taken.length > 0) return rejected('glossary/edit', newTermPage(course, withTaken(form, taken)));
    return seeOther(`/glossary?course=${course.id}`, 'glossary.added');
  }
}
