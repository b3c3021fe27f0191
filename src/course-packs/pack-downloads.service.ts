import { Injectable } from '@nestjs/common';
import { MaterialAccessService } from '../lessons/material-access.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal } from '../platform/access/refusals.js';
import { PackExportsService } from './pack-exports.service.js';
import { readPack } from './pack-reader.js';
import { writePack } from './pack-writer.js';
import { writeArchive } from './write-archive.js';

/** A whole course as one file, for those who teach or run it. */
@Injectable()
export class PackDownloadsService {
  constructor(
    private readonly exports: PackExportsService,
    private readonly access: MaterialAccessService,
  ) {}

  /**
   * What is given away can be imported: the files are read once more before they go.
   *
   * @throws Missing for a course that one neither teaches nor runs; Refusal where the course as it stands makes no pack
   */
  async download(actor: Actor, courseId: number): Promise<{ name: string; bytes: Buffer }> {
    if (!(await this.access.teaches(actor, courseId))) throw new Missing('course');
    const pack = await this.exports.packOfId(courseId);
    const files = writePack(pack);
    const [problem] = readPack(files).problems ?? [];
    if (problem)
      throw new Refusal('course-packs.export.refused', { file: problem.file, line: problem.line }, '/course');
    return { name: `${pack.key}.zip`, bytes: await writeArchive(files) };
  }
}
