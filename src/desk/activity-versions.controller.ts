import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asked, Asking, Id, InWords } from '../platform/web/parameters.js';
import { ComparisonQuery } from './activity-draft.form.js';
import { ActivityEditingService } from './activity-editing.service.js';
import { versionPage, versionsPage } from './activity-versions.page.js';
import { ActivityVersionsService } from './activity-versions.service.js';
import { editorPath } from './editor-path.js';

/** What a lesson, a quiz or an assignment has been, and the way back to it. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id/versions')
export class ActivityVersionsController {
  constructor(
    private readonly editing: ActivityEditingService,
    private readonly versions: ActivityVersionsService,
  ) {}

  @Get()
  async list(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const editing = await this.editing.open(actor, id);
    return page('desk/versions', versionsPage(editing, await this.versions.all(id), words));
  }

  /** `?with=` is the number of the version to compare with. */
  @Get(':version')
  async show(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Id('version') version: number,
    @Asked(ComparisonQuery) query: ComparisonQuery,
  ): Promise<Page> {
    const editing = await this.editing.open(actor, id);
    const compared = await this.versions.compared(id, version, query.with);
    return page('desk/version', versionPage(editing, compared, words));
  }

  @Post(':version/restoration')
  async restore(@Asking() actor: Actor, @Id() id: number, @Id('version') version: number): Promise<SeeOther> {
    const editing = await this.editing.open(actor, id);
    await this.versions.restore(actor, editing, version);
    return seeOther(editorPath(editing.activity), 'desk.done.restored', { version });
  }
}
