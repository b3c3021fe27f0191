/** One word of a glossary with all the ways in which texts write it. */
export interface Term {
  key: string;
  spellings: readonly string[];
}

/** Where a text writes a term. */
export interface FoundTerm {
  key: string;
  at: number;
  length: number;
}

/** Every term that a text writes, in the order of the text; no two overlap. */
export type TermFinder = (text: string) => FoundTerm[];

const PART_OF_WORD = String.raw`[\p{L}\p{M}\p{N}_-]`;
/** A capital within a word. */
const ACRONYM = /[\p{L}\p{N}]\p{Lu}/u;

/**
 * Finds whole words only, of several spellings the longest. Capitals do not matter, but in acronyms: `SMART` is not
 * `smart`, nor is `PPh` the same as `PPH`. A spelling that two terms share is the first one's.
 */
export function termFinder(terms: readonly Term[]): TermFinder {
  const spellings = terms
    .flatMap(({ key, spellings: all }) => all.map((text) => ({ key, text })))
    .toSorted((a, b) => b.text.length - a.text.length);
  if (spellings.length === 0) return () => [];
  // One alternation of plain texts: nothing in it repeats, so that no text can make it slow.
  const ways = spellings.map(({ text }) => patternOf(text)).join('|');
  const pattern = new RegExp(`(?<!${PART_OF_WORD})(?:${ways})(?!${PART_OF_WORD})`, 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const spelling = spellings.find((one) => isWritten(one.text, found));
      return { key: spelling?.key ?? '', at: index, length: found.length };
    });
}

const isWritten = (spelling: string, found: string): boolean =>
  ACRONYM.test(spelling) ? found === spelling : found.toLowerCase() === spelling.toLowerCase();

const patternOf = (spelling: string): string =>
  [...spelling].map(ACRONYM.test(spelling) ? escaped : eitherCase).join('');

function eitherCase(letter: string): string {
  const cases = [letter.toLowerCase(), letter.toUpperCase()];
  const isPlain = cases[0] !== cases[1] && cases.every((one) => [...one].length === 1);
  return isPlain ? `[${cases.join('')}]` : escaped(letter);
}

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
