import { percentText, scoreText } from '../results/score-text.js';
import { fullName, Signatory } from './certificate-facts.js';
import type { CertificateSnapshot } from './certificate-snapshot.js';
import { longDate, periodText } from './indonesian-date.js';
import { spacedNip } from './nip.js';
import { WORDING } from './pdf/certificate-wording.js';

/** One line of a certificate, to be laid beside the paper: what it is called, and what is printed. */
interface PrintedField {
  readonly name: FieldName;
  readonly text: string;
}

type FieldName =
  | 'number'
  | 'edition'
  | 'holder'
  | 'nim'
  | 'studyProgramme'
  | 'campus'
  | 'programme'
  | 'organiser'
  | 'letterhead'
  | 'period'
  | 'hours'
  | 'final'
  | 'distinction'
  | 'attendance'
  | 'issued'
  | 'signatory'
  | 'basis'
  | 'code'
  | 'address';

/** A row of the transcript: its cells as they are printed. */
type PrintedRow = readonly string[];

/** Everything that stands on the two pages, so that a changed PDF can be told by comparing it line by line. */
interface PrintedCertificate {
  readonly fields: readonly PrintedField[];
  /** Title and hours; field practice is the last. */
  readonly subjects: readonly PrintedRow[];
  readonly totalHours: string;
  readonly minutesPerHour: string;
  /** Title, weight and score. */
  readonly components: readonly PrintedRow[];
}

/** What a certificate says, in the words that it is printed in. */
export function printedCertificate(snapshot: CertificateSnapshot): PrintedCertificate {
  const { modules, practiceHours, hours, minutesPerHour, components } = snapshot;
  const taught =
    practiceHours > 0 ? [...modules, { title: WORDING.practice, hours: practiceHours }] : modules;
  return {
    fields: fieldsOf(snapshot).filter((field) => field.text !== ''),
    subjects: taught.map((line) => [line.title, String(line.hours)]),
    totalHours: String(hours.total),
    minutesPerHour: String(minutesPerHour),
    components: components.map((line) => [
      line.title,
      percentText(line.weight, 'id'),
      scoreText(line.score, 'id'),
    ]),
  };
}

function fieldsOf(snapshot: CertificateSnapshot): PrintedField[] {
  const { holder, course, cohort, period, issued, attendance, distinction, edition } = snapshot;
  const dates = `${periodText(period.from, period.to)}, ${period.place}`;
  return [
    { name: 'number', text: snapshot.number },
    { name: 'edition', text: edition > 1 ? `${WORDING.reprint} · ${WORDING.edition} ${edition}` : '' },
    { name: 'holder', text: fullName(holder.name) },
    { name: 'nim', text: holder.nim },
    { name: 'studyProgramme', text: holder.studyProgramme ?? '' },
    { name: 'campus', text: holder.campus },
    { name: 'programme', text: `${course.title} ${WORDING.cohort} ${cohort.label}` },
    { name: 'period', text: dates },
    { name: 'hours', text: snapshot.hours.text },
    { name: 'final', text: scoreText(snapshot.finalScore, 'id') },
    { name: 'distinction', text: distinction?.text ?? '' },
    {
      name: 'attendance',
      text: attendance ? `${attendance.present} ${WORDING.of} ${attendance.planned}` : '',
    },
    { name: 'issued', text: `${issued.place}, ${longDate(issued.on)}` },
    ...snapshot.signatories.map((signatory) => ({ name: 'signatory' as const, text: signed(signatory) })),
    { name: 'organiser', text: snapshot.organiser.name },
    { name: 'letterhead', text: snapshot.organiser.letterhead.join(' · ') },
    { name: 'basis', text: course.basis ?? '' },
    { name: 'code', text: snapshot.code },
    { name: 'address', text: snapshot.verifyUrl },
  ];
}

function signed({ prefix, position, name, rank, nip }: Signatory): string {
  const office = prefix ? `${prefix} ${position}` : position;
  return [fullName(name), office, rank, nip && `${WORDING.nip} ${spacedNip(nip)}`]
    .filter(Boolean)
    .join(' · ');
}

/** Fields that differ between two certificates, as printed before and after; '' where one of them has none. */
export function changedFields(
  before: readonly PrintedField[],
  after: readonly PrintedField[],
): { name: FieldName; before: string; after: string }[] {
  const names = [...new Set([...before, ...after].map((field) => field.name))];
  const textOf = (fields: readonly PrintedField[], name: FieldName) =>
    fields
      .filter((field) => field.name === name)
      .map((field) => field.text)
      .join('; ');
  return names
    .map((name) => ({ name, before: textOf(before, name), after: textOf(after, name) }))
    .filter((change) => change.before !== change.after);
}
