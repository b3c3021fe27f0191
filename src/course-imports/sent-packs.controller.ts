import { Controller, Get, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { Arrived } from '../platform/uploads/arrived.js';
import type { Upload } from '../platform/uploads/upload.js';
import { Uploads } from '../platform/uploads/uploads.interceptor.js';
import { type Page, page, rejected, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asking, InWords } from '../platform/web/parameters.js';
import { sendPage } from './course-import.page.js';
import { CourseImportsService } from './course-imports.service.js';

/** Courses come in as files. */
@Roles('staff', 'admin')
@Controller('courses/import')
export class SentPacksController {
  constructor(private readonly imports: CourseImportsService) {}

  @Get()
  async index(@Asking() actor: Actor, @InWords() words: Words): Promise<Page> {
    return page('course-imports/index', sendPage(await this.imports.recent(actor), null, words));
  }

  @Post()
  @Uploads({ field: 'file', maxFiles: 1, maxBytes: 30_000_000 })
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Arrived() { files: [file], problems: [problem] }: Upload,
  ): Promise<Page | SeeOther> {
    const received = file ? await this.imports.receive(actor, file) : { kind: 'no-file' as const, problem };
    if (received.kind === 'kept') return seeOther(`/courses/import/${received.id}`);
    return rejected('course-imports/index', sendPage(await this.imports.recent(actor), received, words));
  }
}
