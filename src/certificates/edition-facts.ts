import type { Result } from '../results/final-result.js';
import type { Standing } from '../results/standing.js';
import type { CertificateFacts } from './certificate-facts.js';

/** What all certificates of a cohort that are issued on one day have in common. */
export type SharedFacts = Pick<
  CertificateFacts,
  | 'organiser'
  | 'course'
  | 'cohort'
  | 'period'
  | 'issued'
  | 'signatories'
  | 'modules'
  | 'practiceHours'
  | 'minutesPerHour'
>;

export type EditionFacts = Pick<CertificateFacts, 'number' | 'edition' | 'code' | 'verifyUrl'>;

/** What one enrolment has reached. */
export interface Reached {
  readonly result: Result;
  readonly standing: Pick<Standing, 'presentMeetings' | 'plannedMeetings'>;
}

/**
 * The facts of one certificate. Null while the result may still change: a requirement can be waived, a score that is
 * not there cannot be printed.
 */
export function editionFacts(
  shared: SharedFacts,
  holder: CertificateFacts['holder'],
  { result, standing }: Reached,
  edition: EditionFacts,
): CertificateFacts | null {
  if (result.final === null) return null;
  return {
    ...edition,
    ...shared,
    holder,
    components: result.components.map(({ title, weight, score }) => ({ title, weight, score: score ?? 0 })),
    finalScore: result.final,
    attendance:
      standing.plannedMeetings > 0
        ? { present: standing.presentMeetings, planned: standing.plannedMeetings }
        : null,
  };
}
