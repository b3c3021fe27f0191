import type { Signatory } from './certificate-facts.js';

/** A signatory as the office keeps it. Days are local, as 2027-11-18, the last one included. */
export interface SignatoryTerm {
  readonly position: number;
  readonly prefix: string;
  readonly office: string;
  readonly nameBefore: string;
  readonly name: string;
  readonly nameAfter: string;
  readonly rank: string | null;
  readonly nip: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether somebody signs on a day. */
export function signsOn({ validFrom, validTo }: SignatoryTerm, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/**
 * Who signs what is issued on a day, from left to right. One who took the same place later goes before one whose end
 * nobody wrote down: with a successor in office, nobody signs in a predecessor's name.
 */
export function signatoriesOnDay(terms: readonly SignatoryTerm[], day: string): Signatory[] {
  const latest = new Map<number, SignatoryTerm>();
  for (const term of terms.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (signsOn(term, day)) latest.set(term.position, term);
  }
  return [...latest.values()].toSorted((a, b) => a.position - b.position).map(signatoryOf);
}

function signatoryOf({ prefix, office, nameBefore, name, nameAfter, rank, nip }: SignatoryTerm): Signatory {
  return { prefix, position: office, name: { before: nameBefore, name, after: nameAfter }, rank, nip };
}
