import { Controller, Get, Post } from '@nestjs/common';
import { BeforeNewPassword, SignedIn } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import { Form } from '../platform/web/form.js';
import { Asking, Filled, InWords } from '../platform/web/parameters.js';
import { accountPage, newPasswordPage } from './account.page.js';
import { CredentialsService } from './credentials.service.js';
import { newPasswordProblem } from './password-rules.js';
import { PeopleService } from './people.service.js';
import { DeviceForm, PasswordForm } from './sign-in.form.js';
import { SignInsService } from './sign-ins.service.js';

/** A person's own profile, password and devices. */
@SignedIn()
@Controller('account')
export class AccountController {
  constructor(
    private readonly people: PeopleService,
    private readonly credentials: CredentialsService,
    private readonly signIns: SignInsService,
  ) {}

  @BeforeNewPassword()
  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return await this.shown(actor, words, Form.showing<PasswordForm>());
  }

  @BeforeNewPassword()
  @Post('password')
  async update(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(PasswordForm) form: Form<PasswordForm>,
  ): Promise<Page | SeeOther> {
    const problem = form.ok ? newPasswordProblem(form.value.current, form.value.password) : null;
    if (problem) form.reject('password', `people.passwordProblems.${problem}`);
    if (form.ok && !(await this.credentials.changePassword(actor, form.value.current, form.value.password))) {
      form.reject('current', 'people.wrongPassword');
    }
    if (!form.ok) return await this.shown(actor, words, form);
    return seeOther(actor.mustChangePassword ? '/home' : '/account', 'people.passwordChanged');
  }

  @Post('devices/end')
  async endDevice(@Asking() actor: Actor, @Filled(DeviceForm) form: Form<DeviceForm>): Promise<SeeOther> {
    if (form.ok) await this.signIns.end(actor, form.value.device);
    return seeOther('/account', 'people.deviceEnded');
  }

  /** Who has to choose a password first sees that form and nothing else. */
  private async shown(actor: Actor, words: Words, form: Form<PasswordForm>): Promise<Page> {
    const show = form.ok ? page : rejected;
    if (actor.mustChangePassword) return show('account/new-password', newPasswordPage(form));
    const [profile, devices] = await Promise.all([
      this.people.profile(actor.personId),
      this.signIns.devicesOf(actor),
    ]);
    return show('account/show', accountPage(actor, profile, devices, words, form));
  }
}
