import { CertificateSnapshot } from '../certificate-snapshot.js';
import { periodText } from '../indonesian-date.js';
import { WORDING } from './certificate-wording.js';
import { INK, mm, Sheet, TextStyle } from './sheet.js';
import type { Run } from './text-lines.js';

const BODY: TextStyle = { face: 'sans', size: 11.5, colour: INK };
const STRONG: TextStyle = { ...BODY, face: 'sansBold' };

/** The sentence of the certificate. What must not be torn apart is held by spaces that do not break. */
export function drawStatement(sheet: Sheet, snapshot: CertificateSnapshot, middle: number): void {
  const { course, cohort, organiser, period, hours, distinction } = snapshot;
  const dates = unbroken(periodText(period.from, period.to));
  const runs: Run<TextStyle>[] = [
    { text: `${WORDING.took} `, style: BODY },
    { text: WORDING.passed, style: STRONG },
    { text: ` ${WORDING.on} `, style: BODY },
    { text: `${course.title} ${unbroken(`${WORDING.cohort} ${cohort.label}`)}`, style: STRONG },
    { text: `, ${WORDING.heldBy} ${organiser.name} ${WORDING.dated} ${dates} `, style: BODY },
    { text: `${WORDING.at} ${period.place}, ${WORDING.lasting} `, style: BODY },
    { text: unbroken(hours.text), style: STRONG },
    { text: distinction ? `, ${WORDING.distinguished} ` : '.', style: BODY },
  ];
  if (distinction) runs.push({ text: distinction.text, style: STRONG }, { text: '.', style: BODY });
  const lines = sheet.fitLines(runs, mm(215), [{ lines: 4 }]);
  sheet.element('P', () => sheet.writeLines(lines, middle, mm(113), mm(6.3), 'centre'));
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
