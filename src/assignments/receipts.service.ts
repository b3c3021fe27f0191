import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActivityVersion } from '../courses/activity.entity.js';
import { SECRET } from '../platform/config/config.module.js';
import { DraftFilesService } from './draft-files.service.js';
import { receiptCode, type ReceiptFacts } from './receipt.js';
import type { Submission } from './submission.entity.js';
import type { LearnerWork } from './works.service.js';

export interface Receipt {
  facts: ReceiptFacts;
  code: string;
}

/** Writes receipts under the secret of this installation. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly files: DraftFilesService,
    @Inject(SECRET) private readonly secret: Buffer,
  ) {}

  /** What this draft would be handed in as, at the time of the work. */
  async write(
    manager: EntityManager,
    { activity, circumstances }: LearnerWork,
    { id, number, text, activityVersionId }: Submission,
    submitters: readonly string[],
  ): Promise<Receipt> {
    const { version } = await manager.findOneByOrFail(ActivityVersion, { id: activityVersionId });
    const files = await this.files.of(manager, id);
    const facts: ReceiptFacts = {
      title: activity.title,
      submitters,
      number,
      version,
      receivedAt: circumstances.now.getTime(),
      text: text === '' ? null : { sha256: sha256(text), characters: [...text].length },
      files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    };
    return { facts, code: receiptCode(facts, this.secret) };
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
