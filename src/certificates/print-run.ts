import type { BoardLine } from './board-line.js';
import type { CertificateFacts } from './certificate-facts.js';
import { certificateSnapshot, SnapshotFault, snapshotFaults } from './certificate-snapshot.js';
import { editionFacts, EditionFacts, SharedFacts } from './edition-facts.js';
import { CertificateFonts, charactersWithoutSign } from './pdf/certificate-fonts.js';

/** Why a certificate cannot be made: what is wrong with the facts, and the characters that no font of ours has. */
export interface PrintProblem {
  readonly kind: SnapshotFault | 'openResult' | 'characters';
  readonly characters: string;
}

/** All that is needed to print the certificates of one cohort on one day. */
export interface PrintRun {
  readonly shared: SharedFacts;
  /** Names of campuses, as they are on that day, by id. */
  readonly campusNames: ReadonlyMap<number, string>;
  readonly fonts: CertificateFonts;
}

type Printed = Pick<BoardLine, 'enrolment' | 'standing' | 'result'>;

/** Stands in until the real ones are drawn, as long as they are. */
export const blankEdition: EditionFacts = {
  number: '0000',
  edition: 1,
  code: '0000-0000-0000-0000',
  verifyUrl: 'https://example.org/verify/0000-0000-0000-0000',
};

/** The facts of one certificate; null while the result is open. */
export function factsOf(run: PrintRun, line: Printed, edition: EditionFacts): CertificateFacts | null {
  return editionFacts(run.shared, holderOf(run, line), line, edition);
}

/** What keeps a certificate from being made, before anything is drawn; nothing where all is well. */
export function printProblems(run: PrintRun, line: Printed): PrintProblem[] {
  const facts = factsOf(run, line, blankEdition);
  if (!facts) return [{ kind: 'openResult', characters: '' }];
  const faults = snapshotFaults(facts);
  if (faults.length > 0) return faults.map((kind) => ({ kind, characters: '' }));
  const characters = charactersWithoutSign(certificateSnapshot(facts), run.fonts);
  return characters.length > 0 ? [{ kind: 'characters', characters: characters.join(' ') }] : [];
}

function holderOf({ campusNames }: PrintRun, { enrolment }: Printed): CertificateFacts['holder'] {
  const { person, studentRecord } = enrolment;
  return {
    name: { before: person.nameBefore, name: person.name, after: person.nameAfter },
    nim: studentRecord?.nim ?? '',
    campus: campusNames.get(studentRecord?.campusId ?? 0) ?? '',
    studyProgramme: studentRecord?.studyProgramme || null,
  };
}
