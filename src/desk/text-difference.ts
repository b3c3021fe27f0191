import { type Change, diffLines, diffWordsWithSpace } from 'diff';

type Mark = 'same' | 'added' | 'removed';

interface Piece {
  mark: Mark;
  text: string;
}

/** One line of a difference; `skipped` stands for so many lines that are the same. */
export type DifferenceLine = { mark: Mark; pieces: Piece[] } | { mark: 'skipped'; count: number };

/** Lines around a change that stay in view. */
const AROUND = 2;

/** Beyond so many edits the two are told as wholly different, which costs nothing to find. */
const MOST_EDITS = 4000;

/**
 * What became of a text, line by line, with the words that changed inside a line; empty where nothing did. Empty lines
 * at the end are no lines: files have one, and forms send none.
 */
export function textDifference(before: string, after: string): DifferenceLine[] {
  const [from, to] = [before.trimEnd(), after.trimEnd()];
  if (from === to) return [];
  const changes = diffLines(`${from}\n`, `${to}\n`, { maxEditLength: MOST_EDITS }) ?? wholly(from, to);
  return changes.flatMap((change, at) => {
    if (!change.added && !change.removed) return folded(linesOf(change), at > 0, at < changes.length - 1);
    const other = changes[change.removed ? at + 1 : at - 1];
    const twin = other && (change.removed ? other.added : other.removed) ? linesOf(other) : [];
    return marked(linesOf(change), twin, change.removed ? 'removed' : 'added');
  });
}

const wholly = (before: string, after: string): Change[] => [
  { value: before, count: 1, added: false, removed: true },
  { value: after, count: 1, added: true, removed: false },
];

const linesOf = ({ value }: Change): string[] => value.replace(/\n$/, '').split('\n');

/** Lines of one side; where the other side has as many, each shows which of its words changed. */
function marked(
  lines: readonly string[],
  twin: readonly string[],
  mark: 'added' | 'removed',
): DifferenceLine[] {
  if (lines.length !== twin.length) return lines.map((text) => ({ mark, pieces: [{ mark: 'same', text }] }));
  return lines.map((text, at) => {
    const other = twin[at] ?? '';
    const [from, to] = mark === 'removed' ? [text, other] : [other, text];
    const words = diffWordsWithSpace(from, to).filter((word) =>
      mark === 'removed' ? !word.added : !word.removed,
    );
    return {
      mark,
      pieces: words.map((word) => ({ mark: word.added || word.removed ? mark : 'same', text: word.value })),
    };
  });
}

/** Of a long stretch that is the same only the lines next to a change are shown. */
function folded(lines: readonly string[], isAfter: boolean, isBefore: boolean): DifferenceLine[] {
  const head = isAfter ? AROUND : 0;
  const tail = isBefore ? AROUND : 0;
  const same = (text: string): DifferenceLine => ({ mark: 'same', pieces: [{ mark: 'same', text }] });
  const count = lines.length - head - tail;
  if (count <= 1) return lines.map(same);
  return [
    ...lines.slice(0, head).map(same),
    { mark: 'skipped', count },
    ...lines.slice(lines.length - tail).map(same),
  ];
}
