import { Entity, Index, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, Line, Whole } from '../platform/database/columns.js';
import { Blob } from '../platform/uploads/blob.entity.js';
import type { FileKind } from './accepted-files.js';
import { Submission } from './submission.entity.js';

/** A file of a submission. A later number that keeps the file refers to the same blob. */
@Entity('submission_files')
@Index('uq_submission_files_content', ['submissionId', 'sha256'], { unique: true })
@Index('ix_submission_files_blob', ['blobKey'])
export class SubmissionFile {
  @Id() id: number;
  @Whole() submissionId: number;
  @BelongsTo(() => Submission, 'fk_submission_files_submission') submission: Relation<Submission>;
  @Code(32) blobKey: string;
  @BelongsTo(() => Blob, 'fk_submission_files_blob') blob: Relation<Blob>;
  /** Safe to show and to save under; made from what the browser sent. */
  @Line(190) name: string;
  @Code(10) kind: FileKind;
  @Code(64) sha256: string;
  @Whole() bytes: number;
  @Instant() addedAt: Date;
  @Whole() addedById: number;
  @BelongsTo(() => Person, 'fk_submission_files_added_by') addedBy: Relation<Person>;
}
