import { LONGEST_SPELLING, spellingKey } from '../courses/glossary-term.js';
import type { GlossaryTerm } from '../courses/glossary-term.entity.js';

/** What a person can say of a term. */
export type StatedTerm = Pick<GlossaryTerm, 'term' | 'aliases' | 'meaning'>;

export const MOST_ALIASES = 10;

/** A spelling that another term of the course has. */
export interface TakenSpelling {
  field: 'term' | 'aliases';
  spelling: string;
  /** Of the other one. */
  term: string;
}

/** The other spellings that were typed, one a line; none twice, nor the term itself. */
export function aliasesOf(typed: string, term: string): string[] {
  const spellings = [term, ...typed.split('\n').map(plain).filter(Boolean)];
  const keys = spellings.map(spellingKey);
  return spellings.filter((_, at) => at > 0 && keys.indexOf(keys[at] ?? '') === at);
}

/** More than the pack of a course could say. */
export const areTooMany = (aliases: readonly string[]): boolean =>
  aliases.length > MOST_ALIASES || aliases.some((alias) => alias.length > LONGEST_SPELLING);

/** On one line, as it will be read. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What of a term is already the spelling of others; `others` are those of its course. */
export function takenSpellings(stated: StatedTerm, others: readonly GlossaryTerm[]): TakenSpelling[] {
  const owners = new Map(
    others.flatMap(({ term, aliases }) => [term, ...aliases].map((one) => [spellingKey(one), term] as const)),
  );
  const taken = (field: TakenSpelling['field'], spelling: string): TakenSpelling[] => {
    const term = owners.get(spellingKey(spelling));
    return term === undefined ? [] : [{ field, spelling, term }];
  };
  return [...taken('term', stated.term), ...stated.aliases.flatMap((alias) => taken('aliases', alias))];
}

const LONGEST_KEY = 40;

/** A key that tells the term to people, and that none of its course has. */
export function newTermKey(term: string, given: readonly string[]): string {
  const slug = term
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, LONGEST_KEY)
    .replace(/-$/, '');
  const base = slug === '' ? 'istilah' : slug;
  const taken = new Set(given.map((key) => key.toLowerCase()));
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  return key;
}
