import { Controller, Get } from '@nestjs/common';
import { Roles } from '../access/access.js';
import type { Words } from '../i18n/words.js';
import { type Page, page } from '../web/answers.js';
import { Text, Whole } from '../web/fields.js';
import { Asked, InWords } from '../web/parameters.js';
import { auditPage } from './audit.page.js';
import { AuditService } from './audit.service.js';

class AuditQuery {
  @Text({ max: 80, optional: true }) action = '';
  @Text({ max: 100, optional: true }) person = '';
  @Whole({ min: 1, max: 100_000 }) page = 1;
}

@Roles('admin')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  async index(@Asked(AuditQuery) query: AuditQuery, @InWords() words: Words): Promise<Page> {
    const [entries, actions] = await Promise.all([this.audit.page(query, query.page), this.audit.actions()]);
    return page('audit/index', auditPage(query, entries, actions, words));
  }
}
