import type { Words } from '../platform/i18n/words.js';
import type { ContentFault } from './content-check.js';
import { type CourseFigures, courseFigures, type MeetingFigures } from './course-figures.js';
import type { CoursePack } from './course-pack.js';

/** Columns of the table of meetings, as wide as what usually stands there. */
const COLUMNS = [
  ['meeting', 10],
  ['words', 6],
  ['questions', 9],
  ['pictures', 7],
  ['tasks', 20],
  ['title', 0],
] as const;

/** The table of a course's meetings and its totals, line by line, for a terminal. */
export function contentReport(pack: CoursePack, faults: readonly ContentFault[], words: Words): string[] {
  const figures = courseFigures(pack, words);
  const heads = COLUMNS.map(([name]) => words.t(`course-packs.check.heads.${name}`));
  const totals = words.t('course-packs.check.totals', { ...totalsOf(pack, figures), faults: faults.length });
  return [rowOf(heads), ...figures.meetings.map((meeting) => rowOf(cellsOf(meeting))), '', totals];
}

/** One line a fault: where, and what is wrong. */
export const faultLine = ({ at, code, values }: ContentFault, words: Words): string =>
  `${at}: ${words.t(`course-packs.check.${code}`, values)}`;

const rowOf = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(COLUMNS[column]?.[1] ?? 0))
    .join('  ')
    .trimEnd();

const cellsOf = ({ key, words, questions, pictures, tasks, title }: MeetingFigures): string[] => [
  key,
  String(words),
  questions.join('+'),
  String(pictures),
  tasks.join(', '),
  title,
];

function totalsOf(pack: CoursePack, { meetings, questionsByType, factsByFlag }: CourseFigures) {
  const sum = (of: (meeting: MeetingFigures) => number): number =>
    meetings.reduce((total, meeting) => total + of(meeting), 0);
  return {
    lessons: sum(({ lessons }) => lessons),
    words: sum(({ words }) => words),
    questions: sum(({ questions }) => questions.reduce((total, count) => total + count, 0)),
    types: listed(questionsByType),
    tasks: sum(({ tasks }) => tasks.length),
    pictures: pack.pictures.length,
    facts: pack.facts.length,
    terms: pack.glossary.length,
    flags: listed(factsByFlag),
  };
}

const listed = (counts: readonly [string, number][]): string =>
  counts.map(([name, count]) => `${name} ${count}`).join(', ');
