import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BeforeNewPassword, Public, SignedIn } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { type Page, type SeeOther, ownPath, page, rejected, seeOther } from '../platform/web/answers.js';
import { Cookies } from '../platform/web/cookies.js';
import { Form } from '../platform/web/form.js';
import { Asking, AskingOrGuest, Filled } from '../platform/web/parameters.js';
import { SIGN_IN_COOKIE } from '../platform/web/visit.middleware.js';
import { CampusesService } from './campuses.service.js';
import { CredentialsService } from './credentials.service.js';
import { SignInForm } from './sign-in.form.js';
import { signInPage } from './sign-in.page.js';
import { SignInsService } from './sign-ins.service.js';
import { deviceLabel } from './device-label.js';
import { Inject } from '@nestjs/common';
import { CONFIG } from '../platform/config/config.module.js';
import type { Config } from '../platform/config/config.js';

@Controller()
export class SignInsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly signIns: SignInsService,
    private readonly campuses: CampusesService,
    private readonly cookies: Cookies,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get('sign-in')
  show(@Query('next') next: unknown, @AskingOrGuest() actor: Actor | null): Page | SeeOther {
    if (actor) return seeOther(ownPath(next, '/home'));
    return page(
      'sign-in/show',
      signInPage(Form.showing<SignInForm>({ next: ownPath(next, '') }), [], this.config.demo),
    );
  }

  @Public()
  @Post('sign-in')
  async create(
    @Filled(SignInForm) form: Form<SignInForm>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | SeeOther> {
    if (!form.ok) return rejected('sign-in/show', signInPage(form, [], this.config.demo));
    const { identifier, password, campus } = form.value;
    const campusId = await this.campuses.idOf(campus);
    const verdict = await this.credentials.judge({ identifier, password, campusId }, request.ip ?? '');
    if (verdict.kind === 'which-campus') {
      form.reject('campus', 'people.whichCampus');
      return rejected(
        'sign-in/show',
        signInPage(form, await this.campuses.named(verdict.campusIds), this.config.demo),
      );
    }
    if (verdict.kind !== 'right') {
      form.reject('password', verdict.kind === 'wrong' ? 'people.wrongPassword' : 'people.temporary.expired');
      return rejected('sign-in/show', signInPage(form, [], this.config.demo));
    }
    const token = await this.signIns.begin(verdict.personId, deviceLabel(request.get('user-agent') ?? ''));
    this.cookies.set(response, SIGN_IN_COOKIE, token, this.config.sessionDays * 86_400);
    return seeOther(ownPath(form.value.next, '/home'));
  }

  @SignedIn()
  @BeforeNewPassword()
  @Post('sign-out')
  async destroy(@Asking() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<SeeOther> {
    await this.signIns.end(actor, actor.signIn);
    this.cookies.clear(response, SIGN_IN_COOKIE);
    response.set('Clear-Site-Data', '"cache"');
    return seeOther('/', 'people.signedOut');
  }
}
