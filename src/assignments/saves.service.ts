import { Injectable } from '@nestjs/common';
import type { Upload } from '../platform/uploads/upload.js';
import { AssignmentsService } from './assignments.service.js';
import { DraftsService } from './drafts.service.js';
import { type FileTrouble, WorkFilesService } from './work-files.service.js';
import type { LearnerWork } from './works.service.js';

/** What a work page sends. */
interface SentWork {
  /** With the state that the page had seen; null where none was sent, or none that can be kept. */
  text: { text: string; seq: number } | null;
  /** A file to take out. */
  remove: number | null;
  upload: Upload;
}

/** What came of a save: the other text, where somebody had written one meanwhile, and the files not taken. */
export interface SavedWork {
  seq: number;
  stale?: { text: string; seq: number };
  troubles: FileTrouble[];
}

/** Keeps what a work page sends. The text first: whatever becomes of the files, it is safe. */
@Injectable()
export class SavesService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly files: WorkFilesService,
    private readonly assignments: AssignmentsService,
  ) {}

  /** @throws Refusal where nothing may be changed now */
  async save(work: LearnerWork, { text, remove, upload }: SentWork): Promise<SavedWork> {
    const saved = text ? await this.drafts.saveText(work, text.text, text.seq) : { seq: 0 };
    if (remove !== null) await this.files.remove(work, remove);
    const troubles = await this.saveFiles(work, upload);
    return 'stale' in saved ? { seq: saved.stale.seq, stale: saved.stale, troubles } : { ...saved, troubles };
  }

  private async saveFiles(work: LearnerWork, upload: Upload): Promise<FileTrouble[]> {
    if (upload.files.length + upload.problems.length === 0) return [];
    return await this.files.add(work, await this.assignments.contentOf(work), upload);
  }
}
