import { Controller, HttpCode, Post } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { Arrived } from '../platform/uploads/arrived.js';
import type { Upload } from '../platform/uploads/upload.js';
import { Uploads } from '../platform/uploads/uploads.interceptor.js';
import { type Page, page, rejected } from '../platform/web/answers.js';
import type { Form } from '../platform/web/form.js';
import { Asking, Filled, Id, InWords } from '../platform/web/parameters.js';
import { ActivityEditingService } from './activity-editing.service.js';
import { AssignmentForm, assignmentDraftFrom } from './assignment-desk.form.js';
import { assignmentDeskPage } from './assignment-desk.page.js';
import { CourseAttachmentsService, FILE_SENDING } from './course-attachments.service.js';
import { fileDone, fileTrouble } from './file-field.page.js';

/** Files for the instructions of an assignment, chosen in its form, which goes on as it was typed. */
@Roles('instructor', 'staff', 'admin')
@Controller('assignments/:id/edit/files')
export class AssignmentFilesController {
  constructor(
    private readonly editing: ActivityEditingService,
    private readonly files: CourseAttachmentsService,
  ) {}

  @Post()
  @HttpCode(200)
  @Uploads(FILE_SENDING)
  async create(
    @Asking() actor: Actor,
    @InWords() words: Words,
    @Id() id: number,
    @Filled(AssignmentForm) { value }: Form<AssignmentForm>,
    @Arrived() upload: Upload,
  ): Promise<Page> {
    const { activity } = await this.editing.open(actor, id, 'assignment');
    const added = await this.files.add(actor, activity.courseId, upload);
    const editing = { ...(await this.editing.open(actor, id, 'assignment')), seen: value.seen };
    const show = (file: object): object =>
      assignmentDeskPage(editing, assignmentDraftFrom(value), { file }, words);
    if (typeof added === 'string')
      return rejected('desk/assignment', show({ trouble: fileTrouble(added, words) }));
    const { key, values } = fileDone(added);
    return page('desk/assignment', show({ done: words.t(key, values) }));
  }
}
