import { similarQuestions } from './similar-questions.js';

const ask = (key: string, stem: string, ...texts: string[]) => ({
  key,
  stem,
  body: { options: texts.map((text, index) => ({ id: 'abcd'.charAt(index), text })) },
});
const stem =
  'Biaya satu produksi seratus ribu rupiah, ada sepuluh bungkus yang layak jual. Berapa HPP sebungkus?';

describe('questions that ask nearly the same', () => {
  it.each<[string, string, number[]]>([
    ['the same words', stem, [100]],
    ['other case and punctuation', stem.toUpperCase().replaceAll(/[,.?]/g, ' —'), [100]],
    ['one other word', stem.replace('sepuluh', 'dua puluh'), [59]],
    [
      'another question',
      'Siapa yang menandatangani persetujuan sebelum foto usaha diambil dan disimpan?',
      [],
    ],
  ])('%s', (_case, other, percents) => {
    const found = similarQuestions([ask('q1', stem), ask('q2', other)]);
    expect(found.map(({ percent }) => percent)).toEqual(percents);
  });

  it('are named, whatever the order of their options', () => {
    const [one, two] = ['Catat dulu semua biaya bahan', 'Tanya harga kepada tetangga sebelah'];
    expect(similarQuestions([ask('q1', 'Mana?', one!, two!), ask('q2', 'Mana?', two!, one!)])).toEqual([
      { keys: ['q1', 'q2'], percent: 100 },
    ]);
  });

  it('are not those that have no words', () => {
    expect(similarQuestions([ask('q1', '?'), ask('q2', '?')])).toEqual([]);
  });
});
