import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CampusForm, CampusNameForm } from './campus.form.js';
import { CampusOfficeService } from './campus-office.service.js';
import { campusesPage, campusPage } from './campuses.page.js';

@Roles('staff', 'admin')
@Controller('campuses')
export class CampusesController {
  constructor(
    private readonly office: CampusOfficeService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const form = Form.showing<CampusForm>({ validFrom: this.today(words) });
    return page('campuses/index', await this.listModel(actor, form, words));
  }

  @Post()
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(CampusForm) form: Form<CampusForm>,
  ): Promise<Page | SeeOther> {
    const { key, ...name } = form.value;
    if (form.ok && !(await this.office.add(actor, key, name))) form.reject('key', 'people.campuses.keyTaken');
    if (!form.ok) return rejected('campuses/index', await this.listModel(actor, form, words));
    return seeOther('/campuses', 'people.campuses.added');
  }

  @Get(':id')
  async edit(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const { campus, names } = await this.office.find(actor, id);
    const form = Form.showing<CampusNameForm>({ validFrom: this.today(words) });
    return page('campuses/edit', campusPage(campus, names, form, words));
  }

  @Post(':id')
  async update(
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(CampusNameForm) form: Form<CampusNameForm>,
  ): Promise<Page | SeeOther> {
    const { campus, names } = await this.office.find(actor, id);
    if (!form.ok) return rejected('campuses/edit', campusPage(campus, names, form, words));
    await this.office.rename(actor, id, form.value);
    return seeOther(`/campuses/${id}`, 'people.campuses.renamed');
  }

  private today(words: Words): string {
    return words.isoDay(this.clock.now());
  }

  private async listModel(actor: Actor, form: Form<CampusForm>, words: Words) {
    return campusesPage(await this.office.all(actor, this.clock.now()), form, words);
  }
}
