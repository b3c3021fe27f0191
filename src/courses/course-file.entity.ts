import { Entity, Index, type Relation } from 'typeorm';
import { BelongsTo } from '../platform/database/columns.js';
import { Blob } from '../platform/uploads/blob.entity.js';
import { Course } from './course.entity.js';
import { CourseMedium } from './course-medium.js';

/** A file that the texts of a course give to save: a worksheet, a form to print. */
@Entity('course_files')
@Index('uq_course_files_content', ['courseId', 'name', 'sha256'], { unique: true })
@Index('ix_course_files_sha256', ['sha256'])
@Index('ix_course_files_blob', ['blobKey'])
export class CourseFile extends CourseMedium {
  @BelongsTo(() => Course, 'fk_course_files_course') course: Relation<Course>;
  @BelongsTo(() => Blob, 'fk_course_files_blob') blob: Relation<Blob>;
}
