import { parse } from 'csv-parse/sync';

/** One line of a score sheet. `line` counts from 1, as editors do. */
interface SheetRow {
  line: number;
  nim: string;
  /** In 1/100. */
  score: number;
}

export interface SheetProblem {
  line: number;
  kind: 'columns' | 'score' | 'twice' | 'unknown' | 'unreadable';
  value: string;
}

const MOST_LINES = 1000;

/**
 * Reads a pasted or exported score sheet: NIM and score, divided by comma, semicolon or tab, with or without a
 * heading. Scores are written with comma or point. Reads all lines and tells every problem; one is enough to
 * refuse the sheet as a whole.
 */
export function readScoreSheet(
  text: string,
  knownNims: ReadonlySet<string>,
): { rows: SheetRow[]; problems: SheetProblem[] } {
  const lines = records(text);
  if (!lines) return { rows: [], problems: [{ line: 1, kind: 'unreadable', value: '' }] };
  const body = lines.filter(({ cells }, index) => !(index === 0 && isHeading(cells)));
  const problems: SheetProblem[] = [];
  const seen = new Set<string>();
  const rows = body.flatMap(({ line, cells }) => {
    const [nim = '', typed = ''] = cells;
    const score = readScore(typed);
    const kind = problemOf({ cells, nim, score, isKnown: knownNims.has(nim), isSeen: seen.has(nim) });
    seen.add(nim);
    if (kind) problems.push({ line, kind, value: kind === 'score' ? typed : nim });
    return kind || score === null ? [] : [{ line, nim, score }];
  });
  return { rows, problems };
}

interface Line {
  line: number;
  cells: string[];
}

function records(text: string): Line[] | null {
  const delimiter = /\t/.test(text) ? '\t' : text.includes(';') ? ';' : ',';
  try {
    const parsed = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: MOST_LINES,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return null;
  }
}

const isHeading = ([first = '']: string[]): boolean => /^nim$/i.test(first);

/** 87,5 or 87.5 as 8750; null for anything that is no score from 0 to 100. */
function readScore(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!match) return null;
  const score = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return score <= 10_000 ? score : null;
}

function problemOf(row: {
  cells: string[];
  nim: string;
  score: number | null;
  isKnown: boolean;
  isSeen: boolean;
}): SheetProblem['kind'] | null {
  if (row.cells.length < 2) return 'columns';
  if (!row.isKnown) return 'unknown';
  if (row.isSeen) return 'twice';
  return row.score === null ? 'score' : null;
}
