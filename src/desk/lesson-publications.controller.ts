import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { PublicationForm } from './lesson.form.js';
import { LessonEditorService } from './lesson-editor.service.js';
import { publicationPage } from './lesson-publication.page.js';
import { LessonPublicationsService } from './lesson-publications.service.js';

/** The step before learners see a draft: what changes, for whom, and what still has to be mended. */
@Roles('instructor', 'staff', 'admin')
@Controller('activities/:id/publication')
export class LessonPublicationsController {
  constructor(
    private readonly editor: LessonEditorService,
    private readonly publications: LessonPublicationsService,
  ) {}

  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    return page('desk/publication', await this.model(actor, id, words));
  }

  @Post()
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(PublicationForm) form: Form<PublicationForm>,
  ): Promise<Page | SeeOther> {
    const editing = await this.editor.open(actor, id);
    const { seen, everybody } = form.value;
    if (await this.publications.publish(actor, editing, seen, everybody))
      return seeOther(`/activities/${id}/edit`, 'desk.done.published');
    return rejected('desk/publication', await this.model(actor, id, words));
  }

  private async model(actor: Actor, id: number, words: Words): Promise<object> {
    const editing = await this.editor.open(actor, id);
    const { problems } = this.editor.preview(editing, editing.source.markdown);
    return publicationPage(editing, await this.publications.outlook(editing), problems, words);
  }
}
