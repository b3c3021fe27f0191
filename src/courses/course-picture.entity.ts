import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo, Whole } from '../platform/database/columns.js';
import { Blob } from '../platform/uploads/blob.entity.js';
import { Course } from './course.entity.js';
import { CourseMedium } from './course-medium.js';

/** A picture that the texts of a course show. */
@Entity('course_pictures')
@Index('uq_course_pictures_content', ['courseId', 'name', 'sha256'], { unique: true })
@Index('ix_course_pictures_sha256', ['sha256'])
@Index('ix_course_pictures_blob', ['blobKey'])
export class CoursePicture extends CourseMedium {
  @BelongsTo(() => Course, 'fk_course_pictures_course') course: Relation<Course>;
  @BelongsTo(() => Blob, 'fk_course_pictures_blob') blob: Relation<Blob>;
  /** Pixels. */
  @Whole() width: number;
  /** Pixels. */
  @Whole() height: number;
}
