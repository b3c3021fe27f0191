import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { Blob } from '../platform/uploads/blob.entity.js';
import { SubmissionFile } from './submission-file.entity.js';

/** The files of drafts inside a unit of work. */
@Injectable()
export class DraftFilesService {
  /** In the order of their coming. */
  async of(manager: EntityManager, submissionId: number): Promise<SubmissionFile[]> {
    return await manager.find(SubmissionFile, { where: { submissionId }, order: { id: 'ASC' } });
  }

  async copy(manager: EntityManager, from: number, to: number): Promise<void> {
    for (const { blobKey, name, kind, sha256, bytes, addedAt, addedById } of await this.of(manager, from)) {
      const same = { blobKey, name, kind, sha256, bytes, addedAt, addedById };
      await manager.insert(SubmissionFile, { ...same, submissionId: to });
    }
  }

  /** A file that is not there is gone already. */
  async remove(manager: EntityManager, submissionId: number, fileId: number): Promise<void> {
    const file = await manager.findOneBy(SubmissionFile, { id: fileId, submissionId });
    if (file) await this.drop(manager, file);
  }

  async removeAll(manager: EntityManager, submissionId: number): Promise<void> {
    for (const file of await this.of(manager, submissionId)) await this.drop(manager, file);
  }

  /** The content goes with its last file; the sweep of the blobs takes it from the disk. */
  private async drop(manager: EntityManager, { id, blobKey }: SubmissionFile): Promise<void> {
    const isShared = await manager.existsBy(SubmissionFile, { blobKey, id: Not(id) });
    await manager.delete(SubmissionFile, { id });
    if (!isShared) await manager.delete(Blob, { key: blobKey });
  }
}
