import type { Cohort } from '../cohorts/cohort.entity.js';
import type { BoardPreview } from './board.js';
import type { TemplateFault } from './certificate-number.js';
import type { PrintProblem } from './print-run.js';

/** What keeps a whole proposal from being made. */
export type ProposalProblem =
  | { readonly kind: 'template'; readonly faults: readonly TemplateFault[] }
  /** A number of it was given to another cohort's certificate. */
  | { readonly kind: 'numberTaken'; readonly number: string }
  | { readonly kind: 'noSignatory' };

/** Exactly who would get what, and who would not and why. */
export interface Proposal extends BoardPreview {
  readonly cohort: Cohort;
  /** The local day that the certificates would bear. */
  readonly issuedOn: string;
  /** By enrolment, of those left out because nothing can be printed. */
  readonly printProblems: ReadonlyMap<number, readonly PrintProblem[]>;
  readonly problems: readonly ProposalProblem[];
}
