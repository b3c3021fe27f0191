import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { aliasesOf, areTooMany, newTermKey, takenSpellings } from './stated-term.js';

describe('the other spellings of a term', () => {
  it.each([
    ['', ''],
    ['harga pokok\nBPP', 'harga pokok|BPP'],
    ['  harga   pokok \n\n\t\nBPP\n', 'harga pokok|BPP'],
    ['BPP\nbpp\nBPP', 'BPP'],
    ['hpp\nBPP', 'BPP'],
    ['HPP', ''],
  ])('typed as %j are %j', (typed, expected) => {
    expect(aliasesOf(typed, 'HPP').join('|')).toBe(expected);
  });

  it.each([
    ['ten', Array.from({ length: 10 }, (_, at) => `a${at}`), false],
    ['eleven', Array.from({ length: 11 }, (_, at) => `a${at}`), true],
    ['one as long as may be', ['a'.repeat(60)], false],
    ['one too long', ['a'.repeat(61)], true],
  ])('%s', (_what, aliases, expected) => {
    expect(areTooMany(aliases)).toBe(expected);
  });
});

describe('a spelling is taken', () => {
  const others = [{ term: 'HPP', aliases: ['harga pokok'] }] as GlossaryTerm[];

  it.each<[string, string, string[], string[]]>([
    ['not, where nobody has it', 'BEP', ['titik impas'], []],
    ['as the term of another', 'hpp', [], ['term hpp HPP']],
    ['as an alias of another', 'BEP', ['titik impas', 'Harga Pokok'], ['aliases Harga Pokok HPP']],
    ['twice', 'Harga pokok', ['HPP'], ['term Harga pokok HPP', 'aliases HPP HPP']],
  ])('%s', (_what, term, aliases, expected) => {
    const found = takenSpellings({ term, aliases, meaning: '' }, others);
    expect(found.map(({ field, spelling, term: of }) => `${field} ${spelling} ${of}`)).toEqual(expected);
  });
});

describe('the key of a new term', () => {
  it.each([
    ['HPP', [], 'hpp'],
    ['Harga pokok produksi', ['hpp'], 'harga-pokok-produksi'],
    ['HPP', ['HPP', 'hpp-2'], 'hpp-3'],
    ['café & kopi', [], 'cafe-kopi'],
    ['店', [], 'istilah'],
    ['店', ['istilah'], 'istilah-2'],
    ['a'.repeat(60), [], 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, [], 'a'.repeat(39)],
  ])('%s beside %j is %s', (term, given, expected) => {
    expect(newTermKey(term, given)).toBe(expected);
  });
});
