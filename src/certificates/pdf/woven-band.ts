import { GOLD, mm, RIVER, RIVER_SOFT, Sheet } from './sheet.js';

/** The side of one crossing of the weave. */
const CELL = mm(1.15);
const GAP = mm(0.16);
/** Over two, under two: the twill of everyday rattan and purun plaiting. No motif with a meaning of its own. */
const OVER = 2;

/** Fills a rectangle with plaited strands in river green and gold, slanting against each other. */
export function drawWovenBand(sheet: Sheet, x: number, y: number, width: number, height: number): void {
  const { doc } = sheet;
  doc.save();
  doc.rect(x, y, width, height).clip();
  doc.rect(x, y, width, height).fill(RIVER_SOFT);
  // A row of gold strands lies in the middle, so that the band looks the same from above and from below.
  doc.translate(x + width / 2, y + height / 2 - (3.5 * CELL) / Math.SQRT2).rotate(45);
  const reach = Math.ceil((width + height) / 2 / Math.SQRT2 / CELL) + OVER;
  const deep = Math.ceil(height / Math.SQRT2 / CELL) + OVER;
  for (const [phase, colour] of [
    [0, RIVER],
    [OVER, GOLD],
  ] as const) {
    for (let column = -reach; column <= reach; column += 1) {
      for (let row = -column - deep; row <= -column + deep; row += 1) {
        if (phaseOf(column, row) === phase) addStrand(doc, phase === 0, column * CELL, row * CELL);
      }
    }
    doc.fill(colour);
  }
  doc.restore();
}

/** Each strand shows over two crossings before it goes under; it is drawn once, at the first of them. */
function phaseOf(column: number, row: number): number {
  const period = 2 * OVER;
  return (((column + row) % period) + period) % period;
}

function addStrand(doc: PDFKit.PDFDocument, isAlong: boolean, x: number, y: number): void {
  const [length, breadth] = [OVER * CELL - GAP, CELL - 2 * GAP];
  if (isAlong) doc.rect(x, y + GAP, length, breadth);
  else doc.rect(x + GAP, y, breadth, length);
}
