import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Code, Flag, Id, Whole } from '../platform/database/columns.js';
import { Blob } from '../platform/uploads/blob.entity.js';
import { Course } from './course.entity.js';

/**
 * A picture that the texts of a course show. A row never changes: another picture under the same name is a row of its
 * own, for published texts go on showing the one that they were published with.
 */
@Entity('course_pictures')
@Index('uq_course_pictures_content', ['courseId', 'name', 'sha256'], { unique: true })
@Index('ix_course_pictures_sha256', ['sha256'])
@Index('ix_course_pictures_blob', ['blobKey'])
export class CoursePicture {
  @Id() id: number;
  @Whole() courseId: number;
  @BelongsTo(() => Course, 'fk_course_pictures_course') course: Relation<Course>;
  /** As texts refer to it, `hpp.svg` of `pictures/hpp.svg`. */
  @Code(120) name: string;
  @Code(64) sha256: string;
  /** Its content, in the store of uploads. */
  @Code(32) blobKey: string;
  @BelongsTo(() => Blob, 'fk_course_pictures_blob') blob: Relation<Blob>;
  @Code(120) type: string;
  @Whole() bytes: number;
  /** Pixels. */
  @Whole() width: number;
  /** Pixels. */
  @Whole() height: number;
  /** Whether the name stands for this one in what is published from now on. */
  @Flag() isCurrent: boolean;
}
