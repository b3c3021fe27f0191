import { assert, array, constantFrom, property, string } from 'fast-check';
import { termFinder } from './term-finder.js';

const find = termFinder([
  { key: 'hpp', spellings: ['HPP', 'harga pokok produksi'] },
  { key: 'harga-pokok', spellings: ['harga pokok'] },
  { key: 'pph-final', spellings: ['PPh final'] },
  { key: 'pph', spellings: ['PPH'] },
  { key: 'smart', spellings: ['SMART'] },
  { key: 'huma-betang', spellings: ['huma betang'] },
  { key: 'spp-irt', spellings: ['SPP-IRT', 'P-IRT'] },
  { key: 'irt', spellings: ['IRT'] },
  { key: 'sen', spellings: ['Ongkos (sen)', 'C++', '.*'] },
  { key: 'es', spellings: ['éš', 'straße'] },
  { key: 'later', spellings: ['SMART'] },
]);
const written = (text: string): string =>
  find(text)
    .map(({ key, at, length }) => `${key} ${text.slice(at, at + length)}`)
    .join(' | ');

describe('the terms of a text', () => {
  it.each([
    ['as the glossary writes them', 'Hitung HPP dulu.', 'hpp HPP'],
    ['at both ends', 'HPP dan HPP', 'hpp HPP | hpp HPP'],
    ['in other words', 'Itu harga pokok produksi.', 'hpp harga pokok produksi'],
    [
      'the longest spelling first',
      'Harga pokok produksi, harga pokok.',
      'hpp Harga pokok produksi | harga-pokok harga pokok',
    ],
    ['whatever the capitals', 'Huma Betang', 'huma-betang Huma Betang'],
    ['not an acronym in small letters', 'hpp smart PPH final', 'pph PPH'],
    ['an acronym with small letters as it is', 'PPh final', 'pph-final PPh final'],
    ['not in another word', 'HPPnya SMARTPHONE ahuma betangi _HPP_ HPP2', ''],
    ['not in a word joined by a hyphen', 'HPP-nya dan non-HPP', ''],
    ['one with a hyphen as one', 'Urus SPP-IRT atau P-IRT.', 'spp-irt SPP-IRT | spp-irt P-IRT'],
    ['between any marks', '“HPP”/(SMART)…', 'hpp HPP | smart SMART'],
    ['with marks that patterns know', 'Ongkos (sen), C++ dan .* saja', 'sen Ongkos (sen) | sen C++ | sen .*'],
    ['in any script', 'ÉŠ dan Straße, xéš', 'es ÉŠ | es Straße'],
    ['none', '', ''],
  ])('are found %s', (_what, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it('are none without a glossary', () => {
    expect(termFinder([])('HPP')).toEqual([]);
  });

  it('never overlap, are whole and stand where they say, whatever the spellings and the text', () => {
    const anyText = string({ unit: constantFrom(...'aA(b.*+\\]$ -'), minLength: 1, maxLength: 8 });
    assert(
      property(array(anyText, { maxLength: 6 }), array(anyText, { maxLength: 6 }), (spellings, parts) => {
        const text = [...parts, ...spellings].join(' ');
        const found = termFinder([{ key: 'k', spellings }])(text);
        let end = 0;
        for (const { key, at, length } of found) {
          expect(at).toBeGreaterThanOrEqual(end);
          expect(spellings.map((one) => one.toLowerCase())).toContain(
            text.slice(at, at + length).toLowerCase(),
          );
          expect(key).toBe('k');
          end = at + length;
        }
      }),
    );
  });

  it('are found in a long text that nearly matches all the way', () => {
    const hostile = termFinder([{ key: 'a', spellings: ['a '.repeat(29) + 'b', 'a a a', '(a+)+$'] }]);
    expect(hostile('a '.repeat(20_000)).length).toBeGreaterThan(0);
  });
});
