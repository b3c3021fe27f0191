import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, type SeeOther, page, rejected, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { meetingsPage } from './meetings.page.js';
import { MeetingListService } from './meeting-list.service.js';
import { RegisterForm } from './register.form.js';
import { rowsOf } from './register-input.js';
import { registerPage } from './register.page.js';
import { RegisterService } from './register.service.js';

/** For whoever teaches: the meetings, and the register of each. */
@Roles('instructor', 'staff', 'admin')
@Controller('meetings')
export class RegistersController {
  constructor(
    private readonly registers: RegisterService,
    private readonly list: MeetingListService,
  ) {}

  @Get()
  async index(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('meetings/index', meetingsPage(await this.list.around(actor), words));
  }

  @Get(':id/attendance')
  async edit(@Id() id: number, @Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('meetings/register', registerPage(await this.registers.open(actor, id), words));
  }

  @Post(':id/attendance')
  async update(
    @Id() id: number,
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Filled(RegisterForm) form: Form<RegisterForm>,
  ): Promise<Page | SeeOther> {
    const rows = form.ok ? rowsOf(form.value) : [];
    const { changed, ...troubles } = await this.registers.save(actor, id, rows);
    if (!form.ok || troubles.conflicts.length > 0 || troubles.refused.length > 0) {
      const register = await this.registers.open(actor, id);
      return rejected('meetings/register', registerPage(register, words, troubles));
    }
    return seeOther(`/meetings/${id}/attendance`, 'attendance.saved', { count: changed });
  }
}
