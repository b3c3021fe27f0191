import { Entity, Index, type Relation } from 'typeorm';
import type { ImportReport } from '../course-packs/import-report.js';
import { Person } from '../people/person.entity.js';
import { BelongsTo, Code, Id, Instant, JsonText, Line, Whole } from '../platform/database/columns.js';
import { Blob } from '../platform/uploads/blob.entity.js';

/** A pack that somebody has sent: it changes nothing until they have seen what it would change and agree. */
@Entity('course_imports')
@Index('ix_course_imports_blob', ['blobKey'])
@Index('ix_course_imports_person', ['personId'])
export class CourseImport {
  @Id() id: number;
  /** Of the course that the pack is for, whether it is there yet or not. */
  @Code(64) courseKey: string;
  /** Of the course, as the pack has it. */
  @Line(190) title: string;
  /** As the browser sent it. */
  @Line(190) fileName: string;
  /** The zip, which always reads without a problem; null once it is imported. */
  @Code(32, { nullable: true }) blobKey: string | null;
  @BelongsTo(() => Blob, 'fk_course_imports_blob') blob: Relation<Blob> | null;
  @Whole() personId: number;
  @BelongsTo(() => Person, 'fk_course_imports_person') person: Relation<Person>;
  @Instant() createdAt: Date;
  /** The job that brings it in; null while nobody has agreed. */
  @Whole({ nullable: true }) jobId: number | null;
  @Instant({ nullable: true }) finishedAt: Date | null;
  @JsonText({ nullable: true }) report: ImportReport | null;
}
