import { fullName } from '../certificate-facts.js';
import { CertificateSnapshot } from '../certificate-snapshot.js';
import { WORDING } from './certificate-wording.js';
import { drawCheckLine } from './check-line.js';
import { drawFrame } from './frame.js';
import { drawQr } from './qr-drawing.js';
import { Fit, GOLD, INK, mm, MUTED, ONE_LINE, RIVER, Sheet, TextStyle, WIDTH } from './sheet.js';
import { drawSignatories } from './signatories.js';
import { drawStatement } from './statement.js';
import type { Run } from './text-lines.js';

const MIDDLE = WIDTH / 2;
const LEFT = mm(24);
const RIGHT = WIDTH - LEFT;
const LINE = RIGHT - LEFT;
const QR_SIDE = mm(27);

const LETTERHEAD: TextStyle = { face: 'sansBold', size: 11.5, colour: INK, spacing: 0.4 };
const UNIT: TextStyle = { face: 'sans', size: 10, colour: MUTED };
const TITLE: TextStyle = { face: 'serif', size: 42, colour: RIVER, spacing: 7 };
const SMALL: TextStyle = { face: 'sans', size: 10, colour: MUTED };
const BODY: TextStyle = { face: 'sans', size: 11.5, colour: INK };
const NAME: TextStyle = { face: 'serif', size: 36, colour: INK };
const REPRINT: TextStyle = { face: 'sansBold', size: 8.5, colour: RIVER };

/** The front: who, what, when, signed by whom, and where to check it. */
export function drawFrontPage(sheet: Sheet, snapshot: CertificateSnapshot): void {
  drawFrame(sheet);
  drawLetterhead(sheet, snapshot.organiser.letterhead);
  drawTitle(sheet, snapshot);
  drawHolder(sheet, snapshot.holder);
  drawStatement(sheet, snapshot, MIDDLE);
  drawSignatories(sheet, snapshot, mm(76), RIGHT);
  drawCheck(sheet, snapshot.verifyUrl);
}

function drawLetterhead(sheet: Sheet, letterhead: readonly string[]): void {
  for (const [index, text] of letterhead.entries()) {
    const style = index === letterhead.length - 1 && index > 0 ? UNIT : LETTERHEAD;
    paragraph(sheet, [{ text, style }], mm(23.5) + index * mm(5.4));
  }
}

function drawTitle(sheet: Sheet, { number, edition }: CertificateSnapshot): void {
  sheet.element('H1', () => sheet.write(WORDING.title, TITLE, MIDDLE, mm(56)));
  paragraph(sheet, [{ text: `${WORDING.number} ${number}`, style: SMALL }], mm(62.8));
  if (edition === 1) return;
  paragraph(
    sheet,
    [{ text: `${WORDING.reprint} · ${WORDING.edition} ${edition}`, style: REPRINT }],
    mm(67.4),
  );
}

function drawHolder(
  sheet: Sheet,
  { name, nim, campus, studyProgramme }: CertificateSnapshot['holder'],
): void {
  paragraph(sheet, [{ text: WORDING.givenTo, style: BODY }], mm(75.5));
  const lines = sheet.fitLines([{ text: fullName(name), style: NAME }], LINE, [
    { lines: 1, smallest: 0.55 },
    { lines: 2, largest: 0.55 },
  ]);
  const size = lines[0]?.runs[0]?.style.size ?? NAME.size;
  const last = lines.length > 1 ? mm(91.5) : mm(90) - (NAME.size - size) * 0.25;
  sheet.element('H2', () =>
    sheet.writeLines(lines, MIDDLE, last - (lines.length - 1) * size * 1.1, size * 1.1, 'centre'),
  );
  sheet.ornament(() => drawNameRule(sheet, mm(94.5)));
  const programme = studyProgramme && `${WORDING.studyProgramme} ${studyProgramme}`;
  const origin = [`${WORDING.nim} ${nim}`, programme, campus].filter(Boolean).join(' · ');
  paragraph(sheet, [{ text: origin, style: BODY }], mm(101.5), [{ lines: 1, smallest: 0.9 }, { lines: 2 }]);
}

/** A fine line that a small lozenge parts. */
function drawNameRule(sheet: Sheet, y: number): void {
  const [half, gap, lozenge] = [mm(38), mm(3), mm(1.2)];
  sheet.rule(MIDDLE - half, MIDDLE - gap, y, GOLD, mm(0.3));
  sheet.rule(MIDDLE + gap, MIDDLE + half, y, GOLD, mm(0.3));
  sheet.doc
    .polygon([MIDDLE - lozenge, y], [MIDDLE, y - lozenge], [MIDDLE + lozenge, y], [MIDDLE, y + lozenge])
    .fill(GOLD);
}

function drawCheck(sheet: Sheet, url: string): void {
  sheet.element('Figure', () => drawQr(sheet, url, LEFT, mm(183) - QR_SIDE, QR_SIDE), WORDING.qrAlt);
  drawCheckLine(sheet, WORDING.verify, url, { x: LEFT, width: LINE, baseline: mm(187.8) });
}

function paragraph(
  sheet: Sheet,
  runs: readonly Run<TextStyle>[],
  baseline: number,
  ways: readonly Fit[] = ONE_LINE,
): void {
  const lines = sheet.fitLines(runs, LINE, ways);
  sheet.element('P', () => sheet.writeLines(lines, MIDDLE, baseline, mm(5.2), 'centre'));
}
