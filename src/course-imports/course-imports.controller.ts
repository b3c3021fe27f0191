import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { unlessStale } from '../platform/access/unless-stale.js';
import type { Words } from '../platform/i18n/words.js';
import { overtaken, type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asked, Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ChangeQuery, StartImportForm } from './course-import.form.js';
import { changePage, doneImportPage, importPage } from './course-import.page.js';
import { CourseImportsService } from './course-imports.service.js';
import { ImportPreviewsService } from './import-previews.service.js';

/** A pack that was sent: looked at, then agreed to or dropped. */
@Roles('staff', 'admin')
@Controller('courses/import/:id')
export class CourseImportsController {
  constructor(
    private readonly imports: CourseImportsService,
    private readonly previews: ImportPreviewsService,
  ) {}

  /** What it would change; once it was agreed to, how far it is and what it did. */
  @Get()
  async show(@Asking() actor: Actor, @InWords() words: Words, @Id() id: number): Promise<Page> {
    const found = await this.imports.find(actor, id);
    if (found.jobId !== null) {
      const course = await this.previews.courseOf(found);
      const at = { courseId: course?.id ?? null, watchPath: await this.imports.watchPath(actor, found) };
      return page('course-imports/done', doneImportPage(found, at, words));
    }
    return page('course-imports/show', importPage(found, await this.previews.of(found), words));
  }

  @Get('change')
  async change(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Asked(ChangeQuery) { kind, key }: ChangeQuery,
  ): Promise<Page> {
    const found = await this.imports.find(actor, id);
    const { changes } = (await this.previews.of(found)).changes;
    const change = changes.find((one) => one.kind === kind && one.key === key);
    if (!change) throw new Missing('change');
    return page('course-imports/change', changePage(found, change, words));
  }

  @Post('start')
  async start(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(StartImportForm) { value: { seen } }: Form<StartImportForm>,
  ): Promise<Page | SeeOther> {
    return await unlessStale(
      async () => {
        await this.imports.start(actor, id, seen);
        const found = await this.imports.find(actor, id);
        return seeOther((await this.imports.watchPath(actor, found)) ?? `/courses/import/${id}`);
      },
      async () => {
        const found = await this.imports.find(actor, id);
        const model = importPage(found, await this.previews.of(found), words);
        return overtaken('course-imports/show', { ...model, isOvertaken: true });
      },
    );
  }

  @Post('removal')
  async remove(@Asking() actor: Actor, @Id() id: number): Promise<SeeOther> {
    await this.imports.drop(actor, id);
    return seeOther('/courses/import', 'course-imports.removed');
  }
}
