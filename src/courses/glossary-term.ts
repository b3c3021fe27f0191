import type { Term } from '../platform/markdown/term-finder.js';

/** Characters of one way to write a term. */
export const LONGEST_SPELLING = 60;

/** Characters: one or two sentences, read in a small box over the text. */
export const LONGEST_MEANING = 200;

/** How texts may write a term. */
interface Spelled {
  key: string;
  term: string;
  aliases: readonly string[];
}

export const spelledTerm = ({ key, term, aliases }: Spelled): Term => ({
  key,
  spellings: [term, ...aliases],
});

/** Two spellings with the same one of these are the same to readers. */
export const spellingKey = (spelling: string): string => spelling.normalize('NFC').toLowerCase();

/** As people look words up: capitals and accents come after letters. */
export const alphabetical = <T extends Pick<Spelled, 'term'>>(terms: readonly T[]): T[] =>
  terms.toSorted((a, b) => a.term.localeCompare(b.term, 'id'));
