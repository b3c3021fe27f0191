import type { Relation } from 'typeorm';
import { Code, Flag, Id, Whole } from '../platform/database/columns.js';
import type { Blob } from '../platform/uploads/blob.entity.js';

/** Characters. */
export const LONGEST_MEDIUM_NAME = 120;

/**
 * Something beside the texts of a course that they refer to by name: a picture or a file. A row never changes: other
 * content under the same name is a row of its own, for published texts go on with what they were published with.
 */
export abstract class CourseMedium {
  @Id() id: number;
  @Whole() courseId: number;
  /** As texts refer to it, `hpp.svg` of `pictures/hpp.svg`. */
  @Code(LONGEST_MEDIUM_NAME) name: string;
  @Code(64) sha256: string;
  /** Its content, in the store of uploads. */
  @Code(32) blobKey: string;
  abstract blob: Relation<Blob>;
  @Code(120) type: string;
  @Whole() bytes: number;
  /** Whether the name stands for this one in what is published from now on. */
  @Flag() isCurrent: boolean;
}
