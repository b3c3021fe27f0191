import { Choice, Keyed } from '../platform/web/fields.js';

export class RegisterForm {
  /** By enrolment id: the letter that is chosen now. */
  @Keyed({ max: 1 }) status: Record<string, string>;
  /** By enrolment id, where the box is ticked: the make-up task was accepted. */
  @Keyed({ max: 2 }) repaired: Record<string, string>;
  /** By enrolment id: the mark that the page showed; '' for none. */
  @Keyed({ max: 2 }) seen: Record<string, string>;
  /** The button "all present": whoever has no mark gets H. */
  @Choice(['present'], { optional: true }) all: 'present' | null;
}
