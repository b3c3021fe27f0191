import { longParagraphs, longSentences, proseOf } from './sentences.js';

const words = (count: number) => Array.from({ length: count }, () => 'kata').join(' ');

describe('the sentences of a text', () => {
  it('are its lines without headings, tables and the marks of its parts', () => {
    const text = '# Judul\n\n:::kasus\nBu Norlaila berjualan {fakta:harga-buku}.\n:::\n\n| a | b |\n';
    expect(proseOf(text)).toEqual(['Bu Norlaila berjualan angka.']);
  });

  it.each([
    [`${words(20)}.`, 0],
    [`${words(21)}.`, 1],
    [`${words(12)}. ${words(12)}.`, 0],
    [`${words(3)}: ${words(20)}.`, 0],
    [`${words(21)}. ${words(22)}?`, 2],
  ])('are long from 21 words on: %s', (line, count) => {
    expect(longSentences([line])).toHaveLength(count);
  });

  it('make a paragraph that a small phone shows at once', () => {
    expect(longParagraphs(['a'.repeat(220), 'b'.repeat(221)])).toEqual(['b'.repeat(221)]);
  });
});
