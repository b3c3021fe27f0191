import type { Enrolment } from '../cohorts/enrolment.entity.js';
import type { BoardRow } from './board.js';
import type { Reached } from './edition-facts.js';

/** One enrolment before the board, with all that was found out about it. */
export interface BoardLine extends BoardRow, Reached {
  readonly campusName: string;
  /** The edition that holds, or that was revoked last; null where none was issued. */
  readonly latestCertificateId: number | null;
  /** With its person and student record. */
  readonly enrolment: Enrolment;
}
