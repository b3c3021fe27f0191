import { Align, HAIRLINE, INK, mm, MUTED, RIVER, Sheet, TextStyle } from './sheet.js';

export interface Column {
  readonly title: string;
  /** Of the table's width; the shares add up to 1. */
  readonly share: number;
  readonly align: Align;
}

export interface Row {
  readonly cells: readonly string[];
  readonly isStrong?: boolean;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const HEAD: TextStyle = { face: 'sansBold', size: 8.5, colour: MUTED };
const CELL: TextStyle = { face: 'sans', size: 10, colour: INK };
const STRONG: TextStyle = { ...CELL, face: 'sansBold' };
const ROW_HEIGHT = mm(8.4);
/** All rows have to end above the foot of the page. */
const LOWEST = mm(174);
const PADDING = mm(1.2);
const LEADING = mm(3.6);

/** Draws a table with its head; rows draw closer where there are many, text shrinks to its cell. */
export function drawTable(
  sheet: Sheet,
  place: Place,
  columns: readonly Column[],
  rows: readonly Row[],
): void {
  const height = Math.min(ROW_HEIGHT, (LOWEST - place.y) / (rows.length + 1));
  drawRules(sheet, place, height, rows.length + 1);
  const boxes = boxesOf(place, columns);
  const cellsOf = (type: 'TH' | 'TD', texts: readonly string[], style: TextStyle, index: number) =>
    boxes.map((box, at) => ({
      type,
      draw: () => drawCell(sheet, box, texts[at] ?? '', style, place.y + (index + 0.5) * height),
    }));
  const titles = columns.map((column) => column.title);
  sheet.table([
    cellsOf('TH', titles, HEAD, 0),
    ...rows.map((row, index) => cellsOf('TD', row.cells, row.isStrong ? STRONG : CELL, index + 1)),
  ]);
}

function drawRules(sheet: Sheet, { x, y, width }: Place, height: number, count: number): void {
  sheet.ornament(() => {
    sheet.rule(x, x + width, y + height, RIVER, mm(0.4));
    for (let row = 2; row <= count; row += 1) {
      sheet.rule(x, x + width, y + row * height, HAIRLINE, mm(0.2));
    }
  });
}

/** Where the cells of a column begin or, when they are set to the right, end. */
interface Box {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
}

function boxesOf(place: Place, columns: readonly Column[]): Box[] {
  let left = place.x;
  return columns.map(({ share, align }) => {
    const width = place.width * share;
    left += width;
    return { x: align === 'right' ? left : left - width, width: width - PADDING, align };
  });
}

/** The text stands in the middle of its row, be it one line or two smaller ones. */
function drawCell(sheet: Sheet, box: Box, text: string, style: TextStyle, middle: number): void {
  if (!text) return;
  const ways = [
    { lines: 1, smallest: 0.85 },
    { lines: 2, largest: 0.85 },
  ];
  const lines = sheet.fitLines([{ text, style }], box.width, ways);
  const baseline = middle + mm(1.25) - ((lines.length - 1) * LEADING) / 2;
  sheet.writeLines(lines, box.x, baseline, LEADING, box.align);
}
