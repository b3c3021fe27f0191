import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asking, Id, InWords } from '../platform/web/parameters.js';
import { LessonEditorService } from './lesson-editor.service.js';
import { versionPage, versionsPage } from './lesson-versions.page.js';
import { LessonVersionsService } from './lesson-versions.service.js';

/** What a lesson has been, and the way back to it. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id/versions')
export class LessonVersionsController {
  constructor(
    private readonly editor: LessonEditorService,
    private readonly versions: LessonVersionsService,
  ) {}

  @Get()
  async list(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const editing = await this.editor.open(actor, id);
    return page('desk/versions', versionsPage(editing, await this.versions.all(id), words));
  }

  @Get(':version')
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Id('version') version: number,
  ): Promise<Page> {
    const editing = await this.editor.open(actor, id);
    return page('desk/version', versionPage(editing, await this.versions.compared(id, version), words));
  }

  @Post(':version/restoration')
  async restore(@Asking() actor: Actor, @Id() id: number, @Id('version') version: number): Promise<SeeOther> {
    await this.versions.restore(actor, await this.editor.open(actor, id), version);
    return seeOther(`/activities/${id}/edit`, 'desk.done.restored', { version });
  }
}
