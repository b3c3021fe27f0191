import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { BeforeNewPassword, Public } from '../access/access.js';
import { ActorSource } from '../access/actor-source.js';
import { languages, type Actor, type Language } from '../access/actor.js';
import { ownPath, seeOther, type SeeOther } from './answers.js';
import { Cookies } from './cookies.js';
import { Choice, Text } from './fields.js';
import { Form } from './form.js';
import { AskingOrGuest, Filled } from './parameters.js';
import { LANGUAGE_COOKIE } from './visit.middleware.js';

const YEAR_SECONDS = 31_536_000;

class LanguageForm {
  @Choice(languages) language: Language;
  @Text({ max: 500, optional: true }) back: string;
}

/** The switch at the head of each page: kept with the person, or in a cookie for guests. */
@Controller('language')
export class LanguagesController {
  constructor(
    private readonly cookies: Cookies,
    private readonly actors: ActorSource,
  ) {}

  @Public()
  @BeforeNewPassword()
  @Post()
  async update(
    @Filled(LanguageForm) form: Form<LanguageForm>,
    @AskingOrGuest() actor: Actor | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeeOther> {
    if (form.ok) {
      this.cookies.set(response, LANGUAGE_COOKIE, form.value.language, YEAR_SECONDS);
      if (actor) await this.actors.rememberLanguage(actor.personId, form.value.language);
    }
    return seeOther(ownPath(form.value.back, '/'));
  }
}
