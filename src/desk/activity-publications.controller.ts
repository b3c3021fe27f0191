import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { PublicationForm, SeenForm } from './activity-draft.form.js';
import { ActivityDraftsService } from './activity-drafts.service.js';
import { ActivityEditingService } from './activity-editing.service.js';
import { publicationPage } from './activity-publication.page.js';
import { ActivityPublicationsService } from './activity-publications.service.js';
import { editorPath } from './editor-path.js';

/** The ways of a draft: before learners, after a look at what changes for whom; or away. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id')
export class ActivityPublicationsController {
  constructor(
    private readonly editing: ActivityEditingService,
    private readonly drafts: ActivityDraftsService,
    private readonly publications: ActivityPublicationsService,
  ) {}

  @Get('publication')
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    return page('desk/publication', await this.model(actor, id, words));
  }

  @Post('publication')
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(PublicationForm) { value }: Form<PublicationForm>,
  ): Promise<Page | SeeOther> {
    const editing = await this.editing.open(actor, id);
    const { activity } = editing;
    if (await this.publications.publish(actor, editing, value))
      return seeOther(editorPath(activity), `desk.done.published.${activity.kind}`);
    return rejected('desk/publication', await this.model(actor, id, words));
  }

  @Post('draft/removal')
  async discard(
    @Asking() actor: Actor,
    @Id() id: number,
    @Filled(SeenForm) { value: { seen } }: Form<SeenForm>,
  ): Promise<SeeOther> {
    const { activity } = await this.editing.open(actor, id);
    await this.drafts.discard(id, seen);
    return seeOther(editorPath(activity), 'desk.done.discarded');
  }

  private async model(actor: Actor, id: number, words: Words): Promise<object> {
    const editing = await this.editing.open(actor, id);
    return publicationPage(editing, await this.publications.outlook(editing), words);
  }
}
