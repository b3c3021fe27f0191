import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { OfficeCalendarService } from './office-calendar.service.js';
import { signatoriesPage, signatoryPage } from './signatories.page.js';
import { SignatoriesService } from './signatories.service.js';
import { formOf, SignatoryForm, termOf } from './signatory.form.js';

/** Who signs certificates, from when to when. */
@Roles('staff', 'admin')
@Controller('signatories')
export class SignatoriesController {
  constructor(
    private readonly signatories: SignatoriesService,
    private readonly calendar: OfficeCalendarService,
  ) {}

  @Get()
  async index(@InWords() words: Words): Promise<Page> {
    return page('signatories/index', await this.list(formOf(null, this.calendar.today()), words));
  }

  @Post()
  async create(
    @Asking() actor: Actor,
    @Filled(SignatoryForm) form: Form<SignatoryForm>,
    @InWords() words: Words,
  ): Promise<Page | SeeOther> {
    if (!isInOrder(form).ok) return rejected('signatories/index', await this.list(form, words));
    await this.signatories.add(actor, termOf(form.value));
    return seeOther('/signatories', 'certificates.signatories.added');
  }

  @Get(':id')
  async edit(@Id() id: number): Promise<Page> {
    const signatory = await this.signatories.find(id);
    return page('signatories/edit', signatoryPage(signatory, formOf(signatory, '')));
  }

  @Post(':id')
  async update(
    @Id() id: number,
    @Asking() actor: Actor,
    @Filled(SignatoryForm) form: Form<SignatoryForm>,
  ): Promise<Page | SeeOther> {
    const signatory = await this.signatories.find(id);
    if (!isInOrder(form).ok) return rejected('signatories/edit', signatoryPage(signatory, form));
    await this.signatories.change(actor, id, termOf(form.value));
    return seeOther('/signatories', 'certificates.signatories.changed');
  }

  private async list(form: Form<SignatoryForm>, words: Words) {
    return signatoriesPage(await this.signatories.all(), this.calendar.today(), form, words);
  }
}

/** The last day is not before the first. */
function isInOrder(form: Form<SignatoryForm>): Form<SignatoryForm> {
  const { validFrom, validTo } = form.value;
  const isWrong = form.ok && validTo !== '' && validTo < validFrom;
  return isWrong ? form.reject('validTo', 'certificates.signatories.endsBefore') : form;
}
