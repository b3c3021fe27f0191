import { byLetter, termsWith } from './glossary-order.js';

const terms = [
  { term: 'omzet', aliases: [], meaning: 'Uang dari jualan.' },
  { term: 'HPP', aliases: ['harga pokok'], meaning: 'Biaya satu barang.' },
  { term: 'handep', aliases: [], meaning: 'Saling menolong.' },
  { term: '4K', aliases: [], meaning: 'Empat kolom.' },
  { term: 'épas', aliases: [], meaning: 'Contoh.' },
];

describe('a glossary', () => {
  it('runs from A to Z, whatever the capitals', () => {
    const groups = byLetter(terms).map(
      ({ letter, terms: of }) => `${letter} ${of.map(({ term }) => term).join()}`,
    );
    expect(groups).toEqual(['# 4K', 'E épas', 'H handep,HPP', 'O omzet']);
  });

  it.each([
    ['', 5],
    ['hp', 1],
    ['POKOK', 1],
    ['menolong', 1],
    ['barang', 1],
    ['tidak ada', 0],
  ])('is searched in its spellings and meanings: %j gives %i', (wanted, count) => {
    expect(termsWith(terms, wanted)).toHaveLength(count);
  });
});
