/** A stretch of text in one style. */
export interface Run<Style> {
  readonly text: string;
  readonly style: Style;
}

/** What stands between two spaces; more than one piece where the style changes within a word. */
interface Word<Style> {
  readonly pieces: readonly Run<Style>[];
  readonly width: number;
}

export interface Line<Style> {
  readonly runs: readonly Run<Style>[];
  readonly width: number;
}

type Measure<Style> = (text: string, style: Style) => number;

/**
 * Sets text in lines no wider than the width, as few as possible and about equally long; a word wider than that
 * stands alone. Lines break at spaces only: a space that does not break keeps its neighbours together.
 */
export function balancedLines<Style>(
  runs: readonly Run<Style>[],
  width: number,
  measure: Measure<Style>,
): Line<Style>[] {
  const words = wordsOf(runs, measure);
  const fewest = fill(words, width, measure).length;
  let [tooNarrow, enough] = [0, width];
  while (enough - tooNarrow > 1) {
    const middle = (tooNarrow + enough) / 2;
    if (fill(words, middle, measure).length <= fewest) enough = middle;
    else tooNarrow = middle;
  }
  const lines = fill(words, enough, measure);
  return lines.map((line, index) => (index < lines.length - 1 ? withEnd(line) : line));
}

/** A line that goes on ends with a space that is not seen: who reads the file aloud needs it. */
function withEnd<Style>(line: Line<Style>): Line<Style> {
  const last = line.runs.at(-1);
  return last ? { ...line, runs: [...line.runs.slice(0, -1), { ...last, text: `${last.text} ` }] } : line;
}

function wordsOf<Style>(runs: readonly Run<Style>[], measure: Measure<Style>): Word<Style>[] {
  const words: Run<Style>[][] = [[]];
  for (const { text, style } of runs) {
    const [first = '', ...others] = text.split(' ');
    if (first) words.at(-1)?.push({ text: first, style });
    for (const other of others) words.push(other ? [{ text: other, style }] : []);
  }
  return words
    .filter((pieces) => pieces.length > 0)
    .map((pieces) => ({
      pieces,
      width: pieces.reduce((sum, piece) => sum + measure(piece.text, piece.style), 0),
    }));
}

function fill<Style>(words: readonly Word<Style>[], width: number, measure: Measure<Style>): Line<Style>[] {
  const lines: Line<Style>[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last && joinedLine(last, word, measure);
    if (joined && joined.width <= width) lines[lines.length - 1] = joined;
    else lines.push({ runs: word.pieces, width: word.width });
  }
  return lines;
}

function joinedLine<Style>(line: Line<Style>, word: Word<Style>, measure: Measure<Style>): Line<Style> {
  const last = line.runs.at(-1);
  const [first, ...others] = word.pieces;
  if (!last || !first) return line;
  const isOneStyle = last.style === first.style;
  const before = { ...last, text: isOneStyle ? `${last.text} ${first.text}` : `${last.text} ` };
  const after = isOneStyle ? others : word.pieces;
  return {
    runs: [...line.runs.slice(0, -1), before, ...after],
    width: line.width + measure(' ', last.style) + word.width,
  };
}
