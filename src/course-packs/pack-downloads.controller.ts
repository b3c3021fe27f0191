import { Controller, Get, StreamableFile } from '@nestjs/common';
import { Roles } from '../platform/access/access.js';
import type { Actor } from '../platform/access/actor.js';
import { contentDisposition } from '../platform/uploads/content-disposition.js';
import { Asking, Id } from '../platform/web/parameters.js';
import { PackDownloadsService } from './pack-downloads.service.js';

/** Courses leave as files. */
@Roles('instructor', 'staff', 'admin')
@Controller('courses/:id')
export class PackDownloadsController {
  constructor(private readonly downloads: PackDownloadsService) {}

  @Get('pack.zip')
  async download(@Id() id: number, @Asking() actor: Actor): Promise<StreamableFile> {
    const { name, bytes } = await this.downloads.download(actor, id);
    const disposition = contentDisposition('attachment', name);
    return new StreamableFile(bytes, { type: 'application/zip', disposition, length: bytes.length });
  }
}
