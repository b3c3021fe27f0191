import { Whole } from '../platform/web/fields.js';

/** Which of several courses to show to who teaches them. */
export class CourseQuery {
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) course: number | null;
}
