import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { CampusesService } from './campuses.service.js';
import { normaliseEmail } from './email-address.js';
import { mayGive } from './office.js';
import { PersonEditForm } from './person.form.js';
import { asTyped, personPage } from './person.page.js';
import { type EditProblem, PersonEditsService } from './person-edits.service.js';
import { normalisePhone } from './phone-number.js';
import { givenRoles, type WantedRoles } from './role-changes.js';

const fieldOf: Record<EditProblem, 'email' | 'phone' | 'roles'> = {
  emailTaken: 'email',
  phoneTaken: 'phone',
  ownRole: 'roles',
};

/** One person, as the office keeps them. */
@Roles('staff', 'admin')
@Controller('people/:id')
export class PersonController {
  constructor(
    private readonly edits: PersonEditsService,
    private readonly campuses: CampusesService,
  ) {}

  @Get()
  async edit(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    const opened = await this.edits.open(actor, id);
    const campuses = await this.campuses.named();
    const form = Form.showing<PersonEditForm>(asTyped(opened, campuses));
    return page('people/edit', personPage(opened, form, campuses, rolesToGive(actor), words));
  }

  @Post()
  async update(
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(PersonEditForm) form: Form<PersonEditForm>,
  ): Promise<Page | SeeOther> {
    const opened = await this.edits.open(actor, id);
    const campuses = await this.campuses.named();
    const problem = this.judge(actor, form, opened.records.length > 0)
      ? await this.keep(actor, id, form.value, campuses)
      : null;
    if (problem) form.reject(fieldOf[problem], `people.office.problems.${problem}`);
    if (form.ok) return seeOther(`/people/${id}`, 'people.office.kept');
    return rejected('people/edit', personPage(opened, form, campuses, rolesToGive(actor), words));
  }

  /** Whether the form can be kept; what is wrong is said at its field. */
  private judge(actor: Actor, form: Form<PersonEditForm>, hasNim: boolean): boolean {
    if (!form.ok) return false;
    const { email, phone, roles } = form.value;
    if (email !== '' && normaliseEmail(email) === null) form.reject('email', 'people.office.email');
    if (phone !== '' && normalisePhone(phone) === null) form.reject('phone', 'people.office.phone');
    if (email === '' && phone === '' && !hasNim) form.reject('email', 'people.office.noContact');
    if (!roles.every((role) => rolesToGive(actor).some((given) => given === role)))
      form.reject('roles', 'forms.choose');
    return form.ok;
  }

  private keep(
    actor: Actor,
    id: number,
    { email, phone, roles, campuses, ...name }: PersonEditForm,
    known: readonly { id: number; key: string }[],
  ): Promise<EditProblem | null> {
    const wanted: WantedRoles = {
      roles: givenRoles.filter((role) => roles.includes(role)),
      campusIds: known.filter(({ key }) => campuses.includes(key)).map((campus) => campus.id),
    };
    const contact = { emailNorm: normaliseEmail(email), phoneNorm: normalisePhone(phone) };
    return this.edits.update(actor, id, { ...name, ...contact }, wanted);
  }
}

const rolesToGive = (actor: Actor) =>
  givenRoles.filter((role) => role !== 'coordinator' && mayGive(actor, role));
