import { lineDifferences } from './line-differences.js';

const lines = (...pairs: [string, string][]) => pairs.map(([label, text]) => ({ label, text }));

describe('the parts in which two texts differ', () => {
  it.each([
    ['nothing', lines(['Soal', 'a']), lines(['Soal', 'a']), []],
    [
      'a changed part',
      lines(['Soal', 'a'], ['B', 'b']),
      lines(['Soal', 'c'], ['B', 'b']),
      [['Soal', 'a', 'c']],
    ],
    ['a part that is gone', lines(['Soal', 'a'], ['B', 'b']), lines(['Soal', 'a']), [['B', 'b', '']]],
    ['a part that is new', lines(['Soal', 'a']), lines(['Soal', 'a'], ['B', 'b']), [['B', '', 'b']]],
    ['another order', lines(['Soal', 'a'], ['B', 'b']), lines(['B', 'b'], ['Soal', 'a']), []],
  ])('%s', (_what, before, after, expected) => {
    const found = lineDifferences(before, after);
    expect(found.map(({ label, before, after }) => [label, before, after])).toEqual(expected);
  });
});
