import { halfUp } from '../platform/half-up.js';
import { Distinction, distinctionOf } from '../results/distinction.js';
import { CertificateFacts, ScoreLine } from './certificate-facts.js';
import { numberInWords } from './number-words.js';

/**
 * All that stands on a certificate, as it was on the day of issue. It is stored, signed and never changed;
 * `format` names the wording and layout that go with it.
 */
export interface CertificateSnapshot extends CertificateFacts {
  readonly format: 1;
  readonly hours: { readonly total: number; readonly text: string };
  readonly distinction: { readonly key: Distinction; readonly text: string } | null;
}

export type SnapshotFault =
  | 'blankText'
  | 'signatories'
  | 'letterhead'
  | 'modules'
  | 'hours'
  | 'period'
  | 'edition'
  | 'scoresDoNotAddUp';

/** Facts that no certificate can be made of; the preview shows what is wrong before anyone proposes. */
export class UnprintableCertificate extends Error {
  constructor(readonly faults: readonly SnapshotFault[]) {
    super(`no certificate can be made: ${faults.join(', ')}`);
  }
}

const DISTINCTION_WORDS: Record<Distinction, string> = {
  'sangat-memuaskan': 'Sangat Memuaskan',
  memuaskan: 'Memuaskan',
  'cukup-memuaskan': 'Cukup Memuaskan',
};

/** What keeps these facts off a certificate; nothing where all is well. */
export function snapshotFaults(facts: CertificateFacts): SnapshotFault[] {
  const { signatories, organiser, modules, period, components, edition } = facts;
  const total = totalHours(facts);
  const isFine: Record<SnapshotFault, boolean> = {
    blankText: requiredTexts(facts).every((text) => text.trim() !== ''),
    signatories: signatories.length >= 1 && signatories.length <= 3,
    letterhead: organiser.letterhead.length >= 1 && organiser.letterhead.length <= 4,
    modules: modules.length >= 1 && modules.length <= 12,
    hours: Number.isInteger(total) && total >= 1 && total <= 999,
    period: period.from <= period.to && period.from <= facts.issued.on,
    edition: Number.isInteger(edition) && edition >= 1,
    scoresDoNotAddUp: addsUp(components, facts.finalScore),
  };
  return (Object.keys(isFine) as SnapshotFault[]).filter((fault) => !isFine[fault]);
}

/** Makes the snapshot of one certificate; text is put in Unicode's composed form, with single spaces. */
export function certificateSnapshot(facts: CertificateFacts): CertificateSnapshot {
  const faults = snapshotFaults(facts);
  if (faults.length > 0) throw new UnprintableCertificate(faults);
  const total = totalHours(facts);
  const key = distinctionOf(facts.finalScore);
  return tidied({
    ...facts,
    format: 1,
    hours: { total, text: `${total} (${numberInWords(total, 'id')}) JP` },
    distinction: key && { key, text: DISTINCTION_WORDS[key] },
  });
}

function totalHours(facts: CertificateFacts): number {
  return facts.modules.reduce((sum, module) => sum + module.hours, facts.practiceHours);
}

function requiredTexts({ holder, organiser, course, issued, period, ...facts }: CertificateFacts): string[] {
  return [
    facts.number,
    facts.code,
    facts.verifyUrl,
    holder.name.name,
    holder.nim,
    holder.campus,
    organiser.name,
    ...organiser.letterhead,
    course.title,
    issued.place,
    period.place,
    ...facts.signatories.flatMap((signatory) => [signatory.position, signatory.name.name]),
    ...[...facts.modules, ...facts.components].map((line) => line.title),
  ];
}

/** Anyone who recomputes the printed numbers must arrive at the printed result. */
function addsUp(components: readonly ScoreLine[], finalScore: number): boolean {
  const weight = components.reduce((sum, line) => sum + line.weight, 0);
  const sum = components.reduce((total, line) => total + line.weight * line.score, 0);
  return weight > 0 && halfUp(sum, weight) === finalScore;
}

/** Reads a snapshot as a certificate keeps it. */
export const snapshotOf = ({ snapshot }: { snapshot: string }): CertificateSnapshot =>
  JSON.parse(snapshot) as CertificateSnapshot;

function tidied<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'string' ? field.normalize('NFC').trim().replace(/\s+/g, ' ') : field,
  );
  return JSON.parse(text) as Value;
}
