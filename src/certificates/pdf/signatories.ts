import { fullName, Signatory } from '../certificate-facts.js';
import { CertificateSnapshot } from '../certificate-snapshot.js';
import { longDate } from '../indonesian-date.js';
import { spacedNip } from '../nip.js';
import { WORDING } from './certificate-wording.js';
import { INK, mm, ONE_LINE, Sheet, TextStyle } from './sheet.js';

const BODY: TextStyle = { face: 'sans', size: 10, colour: INK };
const STRONG: TextStyle = { ...BODY, face: 'sansBold' };
const LEADING = mm(4.9);
const GUTTER = mm(6);
const WIDEST = mm(78);
/** The baseline of the names; ranks and numbers stand below it, offices end above the room to sign in. */
const NAMES = mm(173);
const ROOM_TO_SIGN = mm(21);

/** One to three signatories side by side, the last at the right edge, below the place and date. */
export function drawSignatories(sheet: Sheet, snapshot: CertificateSnapshot, left: number, right: number) {
  const { signatories, issued } = snapshot;
  const column = Math.min(WIDEST, (right - left) / signatories.length);
  const width = column - GUTTER;
  const offices = signatories.map(({ prefix, position }) =>
    sheet.fitLines([{ text: prefix ? `${prefix} ${position}` : position, style: BODY }], width, [
      { lines: 4 },
    ]),
  );
  const first = NAMES - ROOM_TO_SIGN - (Math.max(...offices.map((lines) => lines.length)) - 1) * LEADING;
  const middleOf = (index: number) => right - column * (signatories.length - index) + column / 2;
  const dated = `${issued.place}, ${longDate(issued.on)}`;
  paragraph(sheet, dated, middleOf(signatories.length - 1), first - LEADING, width);
  for (const [index, signatory] of signatories.entries()) {
    const middle = middleOf(index);
    sheet.element('P', () => sheet.writeLines(offices[index] ?? [], middle, first, LEADING, 'centre'));
    drawPerson(sheet, signatory, middle, width);
  }
}

function drawPerson(sheet: Sheet, { name, rank, nip }: Signatory, middle: number, width: number): void {
  const lines = sheet.fitLines([{ text: fullName(name), style: STRONG }], width, [
    { lines: 1, smallest: 0.85 },
    { lines: 2 },
  ]);
  const first = NAMES - (lines.length - 1) * LEADING;
  sheet.element('P', () => sheet.writeLines(lines, middle, first, LEADING, 'centre'));
  const half = Math.max(...lines.map((line) => line.width)) / 2;
  sheet.ornament(() => sheet.rule(middle - half, middle + half, NAMES + mm(1), INK, mm(0.2)));
  const below = [rank, nip && `${WORDING.nip} ${spacedNip(nip)}`].filter((line) => line !== null);
  for (const [index, line] of below.entries()) {
    paragraph(sheet, line, middle, NAMES + (index + 1) * LEADING + mm(0.3), width);
  }
}

function paragraph(sheet: Sheet, text: string, middle: number, baseline: number, width: number): void {
  const lines = sheet.fitLines([{ text, style: BODY }], width, ONE_LINE);
  sheet.element('P', () => sheet.writeLines(lines, middle, baseline, LEADING, 'centre'));
}
