import { parse } from 'csv-parse/sync';
import { normaliseEmail } from '../people/email-address.js';
import { normalisePhone } from '../people/phone-number.js';
import type { Message } from '../platform/access/refusals.js';

/** One student of a list, as texts that are fit to be stored; '' and null where the list says nothing. */
export interface EnrolmentRow {
  /** Of the file, from 1; the head of the table is one. */
  line: number;
  nim: string;
  name: string;
  /** Key or short name of the campus, as written. */
  campus: string;
  studyProgramme: string;
  email: string | null;
  phone: string | null;
  className: string;
  team: string;
  pair: string;
}

export interface RowProblem extends Message {
  line: number;
}

export type EnrolmentList = { rows: EnrolmentRow[]; problems: RowProblem[] };

type Column = Exclude<keyof EnrolmentRow, 'line'>;

/** Heads of columns, without regard to case; Indonesian and English ones may stand side by side. */
const heads: Record<string, Column> = {
  nim: 'nim',
  nama: 'name',
  name: 'name',
  kampus: 'campus',
  campus: 'campus',
  prodi: 'studyProgramme',
  'program studi': 'studyProgramme',
  'study programme': 'studyProgramme',
  surel: 'email',
  email: 'email',
  hp: 'phone',
  phone: 'phone',
  kelas: 'className',
  class: 'className',
  kelompok: 'team',
  team: 'team',
  duet: 'pair',
  pair: 'pair',
};
const required: readonly Column[] = ['nim', 'name', 'campus', 'className'];
const longest: Record<Column, number> = {
  nim: 20,
  name: 160,
  campus: 60,
  studyProgramme: 120,
  email: 190,
  phone: 40,
  className: 80,
  team: 80,
  pair: 80,
};

/** More would be no cohort, and no single unit of work. */
const MOST_ROWS = 500;

/**
 * Reads a list of students: comma, semicolon or tab between the cells, the head of the columns in the first line.
 * What a spreadsheet would take for a formula is refused, so that it can never leave here as one.
 */
export function readEnrolmentCsv(text: string): EnrolmentList {
  const table = readTable(text);
  if (!table) return listProblem('unreadable');
  const [head, ...body] = table;
  if (!head) return listProblem('noRows');
  const columns = head.cells.map((cell) => heads[cell.toLowerCase()]);
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length > 0) return listProblem('missingColumns', { columns: missing.map(nameOf).join(', ') });
  if (body.length === 0) return listProblem('noRows');
  if (body.length > MOST_ROWS) return listProblem('tooManyRows', { max: MOST_ROWS });
  const read = body.map((line) => readRow(line, columns));
  return { rows: read.map(({ row }) => row), problems: read.flatMap(({ problems }) => problems) };
}

const nameOf = (column: Column): string =>
  Object.keys(heads).find((head) => heads[head] === column) ?? column;

const listProblem = (name: string, values: Message['values'] = {}): EnrolmentList => ({
  rows: [],
  problems: [problem(1, name, values)],
});

const problem = (line: number, name: string, values: Message['values'] = {}): RowProblem => ({
  line,
  key: `cohorts.import.problems.${name}`,
  values,
});

interface Line {
  line: number;
  cells: string[];
}

/** Null where it is no table. A spreadsheet of an Indonesian computer writes semicolons. */
function readTable(text: string): Line[] | null {
  const delimiter = [';', '\t'].find((sign) => text.trimStart().split('\n', 1)[0]?.includes(sign)) ?? ',';
  try {
    const records: unknown = parse(text, { ...format, delimiter });
    return (records as Parsed[]).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return null;
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

const format = {
  bom: true,
  info: true,
  trim: true,
  relaxColumnCount: true,
  relaxQuotes: true,
  skipEmptyLines: true,
  skipRecordsWithEmptyValues: true,
};

function readRow(
  { cells, line }: Line,
  columns: readonly (Column | undefined)[],
): { row: EnrolmentRow; problems: RowProblem[] } {
  const texts = {} as Record<Column, string>;
  for (const column of Object.keys(longest) as Column[]) {
    texts[column] = tidy(cells[columns.indexOf(column)] ?? '');
  }
  const { email, phone, ...rest } = texts;
  const row = { ...rest, line, email: normaliseEmail(email), phone: normalisePhone(phone) };
  return { row, problems: problemsOf(texts, row) };
}

/** Composed, without the apostrophe by which spreadsheets keep a number a text. */
const tidy = (cell: string): string => cell.normalize('NFC').replace(/^'(?=[+\d])/, '');

function problemsOf(texts: Record<Column, string>, row: EnrolmentRow): RowProblem[] {
  const at = (name: string, values?: Message['values']): RowProblem => problem(row.line, name, values);
  const filled = (Object.keys(texts) as Column[]).filter((column) => texts[column] !== '');
  const wrong = filled.filter((column) => !isPlain(texts[column], column));
  const tooLong = filled.filter((column) => texts[column].length > longest[column]);
  return [
    ...required
      .filter((column) => texts[column] === '')
      .map((column) => at('empty', { column: nameOf(column) })),
    ...wrong.map((column) => at('strange', { column: nameOf(column), text: texts[column].slice(0, 40) })),
    ...tooLong.map((column) => at('tooLong', { column: nameOf(column), max: longest[column] })),
    ...(texts.email && !row.email ? [at('email', { text: texts.email })] : []),
    ...(texts.phone && !row.phone ? [at('phone', { text: texts.phone })] : []),
  ];
}

/** Begins with a letter or a digit (a phone number with a plus), and carries nothing that cannot be seen. */
function isPlain(text: string, column: Column): boolean {
  const begins = column === 'phone' ? /^[+(\d]/ : /^[\p{L}\p{N}]/u;
  const letters = column === 'nim' ? /^[\p{L}\p{N}./-]*$/u : /^[^\p{Cc}\p{Cf}]*$/u;
  return begins.test(text) && letters.test(text);
}
