import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { alphabetical } from '../courses/glossary-term.js';

type Worded = Pick<GlossaryTerm, 'term' | 'aliases' | 'meaning'>;

/** The terms whose spellings or meanings hold what is looked for; all of them where nothing is. */
export function termsWith<T extends Worded>(terms: readonly T[], wanted: string): T[] {
  const looked = wanted.toLowerCase();
  return terms.filter(({ term, aliases, meaning }) =>
    [term, ...aliases, meaning].some((text) => text.toLowerCase().includes(looked)),
  );
}

/** From A to Z under their first letters; `#` stands for all that is no letter. */
export function byLetter<T extends Worded>(terms: readonly T[]): { letter: string; terms: T[] }[] {
  const groups = Map.groupBy(alphabetical(terms), ({ term }) => letterOf(term));
  return [...groups].map(([letter, of]) => ({ letter, terms: of }));
}

const letterOf = (term: string): string => /^[A-Z]/.exec(term.normalize('NFKD').toUpperCase())?.[0] ?? '#';
