import { Controller, Get, Param } from '@nestjs/common';
import { SignedIn } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { type BlobAnswer, keptAnswer } from '../platform/uploads/blob-answer.js';
import { Asking } from '../platform/web/parameters.js';
import { MaterialFilesService } from './material-files.service.js';

/** Worksheets and forms, to be saved. An address holds the hash of its content, so a phone asks for it once. */
@SignedIn()
@Controller('files')
export class MaterialFilesController {
  constructor(private readonly files: MaterialFilesService) {}

  @Get(':sha256/:name')
  async show(
    @Asking() actor: Actor,
    @Param('sha256') sha256: string,
    @Param('name') name: string,
  ): Promise<BlobAnswer> {
    const file = await this.files.find(actor, sha256, name);
    return keptAnswer(file.blob, file.name);
  }
}
