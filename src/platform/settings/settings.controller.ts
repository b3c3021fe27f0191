import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../access/access.js';
import type { Actor } from '../access/actor.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../web/answers.js';
import { Form } from '../web/form.js';
import { Asking, Filled } from '../web/parameters.js';
import { SettingChecks } from './setting-checks.js';
import { formOf, SettingsForm, settingsIn } from './settings.form.js';
import { SettingsService } from './settings.service.js';

const TITLE = 'settings.title';

@Roles('admin')
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly checks: SettingChecks,
  ) {}

  @Get()
  async show(): Promise<Page> {
    return page('settings/show', { title: TITLE, form: formOf(await this.settings.current()) });
  }

  @Post()
  async update(
    @Asking() actor: Actor,
    @Filled(SettingsForm) form: Form<SettingsForm>,
  ): Promise<Page | SeeOther> {
    if (form.ok) {
      for (const { name, message } of this.checks.complaints(settingsIn(form)))
        form.reject(name, message.key, message.values);
    }
    if (!form.ok) return rejected('settings/show', { title: TITLE, form });
    await this.settings.save(actor, settingsIn(form));
    return seeOther('/settings', 'settings.saved');
  }
}
