import { percentText, scoreText } from '../../results/score-text.js';
import { fullName } from '../certificate-facts.js';
import { CertificateSnapshot } from '../certificate-snapshot.js';
import { WORDING } from './certificate-wording.js';
import { drawCheckLine } from './check-line.js';
import { drawFrame } from './frame.js';
import { mm, MUTED, ONE_LINE, RIVER, Sheet, TextStyle, WIDTH } from './sheet.js';
import { Column, drawTable, Row } from './transcript-table.js';

const LEFT = mm(24);
const RIGHT = WIDTH - LEFT;
const GUTTER = mm(14);
const SUBJECTS = mm(131);

const HEADING: TextStyle = { face: 'serif', size: 22, colour: RIVER };
const SMALL: TextStyle = { face: 'sans', size: 10, colour: MUTED };
const FOOT: TextStyle = { face: 'sans', size: 8, colour: MUTED };

/** The back: what was taught, for how long, and with what scores. */
export function drawTranscriptPage(sheet: Sheet, snapshot: CertificateSnapshot): void {
  drawFrame(sheet);
  sheet.element('H1', () => sheet.write(WORDING.transcript, HEADING, LEFT, mm(30), 'left'));
  sheet.element('P', () => {
    const { name, nim } = snapshot.holder;
    const text = `${fullName(name)} · ${WORDING.nim} ${nim} · ${WORDING.number} ${snapshot.number}`;
    sheet.writeLines(
      sheet.fitLines([{ text, style: SMALL }], RIGHT - LEFT, ONE_LINE),
      LEFT,
      mm(37),
      0,
      'left',
    );
  });
  drawTable(sheet, { x: LEFT, y: mm(44), width: SUBJECTS }, SUBJECT_COLUMNS, subjectRows(snapshot));
  const x = LEFT + SUBJECTS + GUTTER;
  drawTable(sheet, { x, y: mm(44), width: RIGHT - x }, SCORE_COLUMNS, scoreRows(snapshot));
  drawFoot(sheet, snapshot);
}

const SUBJECT_COLUMNS: readonly Column[] = [
  { title: WORDING.serial, share: 0.1, align: 'left' },
  { title: WORDING.subject, share: 0.76, align: 'left' },
  { title: WORDING.hours, share: 0.14, align: 'right' },
];

const SCORE_COLUMNS: readonly Column[] = [
  { title: WORDING.component, share: 0.47, align: 'left' },
  { title: WORDING.weight, share: 0.17, align: 'right' },
  { title: WORDING.score, share: 0.36, align: 'right' },
];

function subjectRows({ modules, practiceHours, hours }: CertificateSnapshot): Row[] {
  const practice = practiceHours > 0 ? [{ title: WORDING.practice, hours: practiceHours }] : [];
  const taught = [...modules, ...practice].map((line, index) => ({
    cells: [String(index + 1), line.title, String(line.hours)],
  }));
  return [...taught, { cells: ['', WORDING.sum, String(hours.total)], isStrong: true }];
}

function scoreRows({ components, finalScore, distinction, attendance }: CertificateSnapshot): Row[] {
  const rows: Row[] = components.map(({ title, weight, score }) => ({
    cells: [title, percentText(weight, 'id'), scoreText(score, 'id')],
  }));
  rows.push({ cells: [WORDING.finalScore, '', scoreText(finalScore, 'id')], isStrong: true });
  if (distinction) rows.push({ cells: [WORDING.distinction, '', distinction.text], isStrong: true });
  if (attendance) {
    const { present, planned } = attendance;
    rows.push({ cells: [WORDING.attendance, '', `${present} ${WORDING.of} ${planned}`] });
  }
  return rows;
}

function drawFoot(sheet: Sheet, { course, minutesPerHour, verifyUrl }: CertificateSnapshot): void {
  const width = RIGHT - LEFT;
  const notes = [`1 ${WORDING.hours} = ${minutesPerHour} ${WORDING.minutes}. ${WORDING.scale}`];
  if (course.basis) notes.unshift(course.basis);
  for (const [index, text] of notes.entries()) {
    const baseline = mm(187.8) - (notes.length - index) * mm(4.4);
    const lines = sheet.fitLines([{ text, style: FOOT }], width, ONE_LINE);
    sheet.element('P', () => sheet.writeLines(lines, LEFT, baseline, 0, 'left'));
  }
  drawCheckLine(sheet, WORDING.verifyBack, verifyUrl, { x: LEFT, width, baseline: mm(187.8) });
}
