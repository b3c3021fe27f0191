import { Controller, Get, Header, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CampusesService } from './campuses.service.js';
import { normaliseEmail } from './email-address.js';
import { NewPeopleService } from './new-people.service.js';
import { mayGive } from './office.js';
import { PeopleListService } from './people-list.service.js';
import { PeopleOfficeService } from './people-office.service.js';
import { newPersonPage, peoplePage, slipPage } from './people.page.js';
import { givenRoles } from './role-changes.js';
import { PeopleQuery, PersonForm } from './person.form.js';

@Roles('staff', 'admin')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly list: PeopleListService,
    private readonly office: PeopleOfficeService,
    private readonly newPeople: NewPeopleService,
    private readonly campuses: CampusesService,
  ) {}

  @Get()
  async index(
    @Asking() actor: Actor,
    @Asked(PeopleQuery) query: PeopleQuery,
    @InWords() words: Words,
  ): Promise<Page> {
    const { search, role, campus } = query;
    const campuses = await this.campuses.named();
    const campusId = campuses.find(({ key }) => key === campus)?.id ?? null;
    const people = await this.list.page(actor, { search, role, campusId }, query.page);
    return page('people/index', peoplePage(people, query, campuses, words));
  }

  @Get('new')
  async new(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('people/new', await this.model(actor, Form.showing<PersonForm>(), words));
  }

  @Post()
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(PersonForm) form: Form<PersonForm>,
  ): Promise<Page | SeeOther> {
    const { email: typed, role, campus, ...name } = form.value;
    const email = form.ok ? normaliseEmail(typed) : null;
    if (form.ok && email === null) form.reject('email', 'people.office.email');
    if (form.ok && !mayGive(actor, role)) form.reject('role', 'forms.choose');
    const campusId = role === 'coordinator' ? await this.campuses.idOf(campus) : null;
    if (form.ok && role === 'coordinator' && campusId === null) form.reject('campus', 'forms.choose');
    if (!form.ok) return rejected('people/new', await this.model(actor, form, words));
    const grant = { role, scope: campusId ? 'campus' : 'everything', scopeId: campusId } as const;
    const created = await this.newPeople.create({ ...name, email, phone: null, grant });
    if ('personId' in created) return seeOther(`/people/${created.personId}`, 'people.office.created');
    form.reject('email', 'people.office.taken');
    return rejected('people/new', await this.model(actor, form, words));
  }

  /** The slip is shown this once: nothing of it can be read again. */
  @Post(':id/password')
  @Header('Cache-Control', 'no-store')
  async givePassword(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const given = await this.office.givePassword(actor, id);
    return page('people/slip', slipPage(given, words));
  }

  @Post(':id/disablement')
  async disable(@Id() id: number, @Asking() actor: Actor): Promise<SeeOther> {
    await this.office.setDisabled(actor, id, true);
    return seeOther(`/people/${id}`, 'people.office.disabled');
  }

  @Post(':id/disablement/end')
  async enable(@Id() id: number, @Asking() actor: Actor): Promise<SeeOther> {
    await this.office.setDisabled(actor, id, false);
    return seeOther(`/people/${id}`, 'people.office.enabled');
  }

  private async model(actor: Actor, form: Form<PersonForm>, words: Words) {
    const roles = givenRoles.filter((role) => mayGive(actor, role));
    return newPersonPage(form, await this.campuses.named(), roles, words);
  }
}
