import { Controller, Get } from '@nestjs/common';
import { SignedIn } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { type BlobAnswer, blobAnswer } from '../platform/uploads/blob-answer.js';
import { Flag } from '../platform/web/fields.js';
import { Asked, Asking, Id } from '../platform/web/parameters.js';
import { SubmissionFilesService } from './submission-files.service.js';

class FileQuery {
  /** To save it, though it could be shown. */
  @Flag() save = false;
}

/** Files of submissions. Whoever is signed in may ask; whose they are decides. */
@SignedIn()
@Controller('files')
export class FilesController {
  constructor(private readonly files: SubmissionFilesService) {}

  @Get(':id')
  async show(
    @Asking() actor: Actor,
    @Id() id: number,
    @Asked(FileQuery) { save }: FileQuery,
  ): Promise<BlobAnswer> {
    const { blob, name } = await this.files.find(actor, id);
    return blobAnswer(blob, { name, disposition: save ? 'attachment' : 'inline' });
  }
}
