import { type DifferenceLine, textDifference } from './text-difference.js';

const shown = (line: DifferenceLine): string =>
  line.mark === 'skipped'
    ? `… ${line.count}`
    : `${{ same: ' ', added: '+', removed: '-' }[line.mark]}${line.pieces
        .map(({ mark, text }) => (mark === 'same' ? text : `[${text}]`))
        .join('')}`;

describe('the difference between two texts', () => {
  it.each<[string, string, string, string[]]>([
    ['the same', 'a\nb', 'a\nb', []],
    ['empty lines at the end', 'a\nb\n\n', 'a\nb', []],
    ['a changed word before one', 'a\n', 'b', ['-[a]', '+[b]']],
    ['a changed word', 'Laba kotor', 'Laba bersih', ['-Laba [kotor]', '+Laba [bersih]']],
    ['an added line', 'a', 'a\nb', [' a', '+b']],
    ['a removed line', 'a\nb', 'b', ['-a', ' b']],
    ['another number of lines', 'a\nx', 'b\nc\nx', ['-a', '+b', '+c', ' x']],
    ['a long stretch before', '1\n2\n3\n4\n5\nx', '1\n2\n3\n4\n5\ny', ['… 3', ' 4', ' 5', '-[x]', '+[y]']],
    ['a long stretch after', 'x\n1\n2\n3\n4', 'y\n1\n2\n3\n4', ['-[x]', '+[y]', ' 1', ' 2', '… 2']],
    ['from nothing', '', 'a', ['-', '+[a]']],
  ])('of %s', (_what, before, after, lines) => {
    expect(textDifference(before, after).map(shown)).toEqual(lines);
  });

  it('is told at once for texts that have nothing in common', () => {
    const before = Array.from({ length: 3000 }, (_, at) => `a${at}`).join('\n');
    const after = Array.from({ length: 3000 }, (_, at) => `b${at}`).join('\n');
    expect(textDifference(before, after)).toHaveLength(6000);
  });
});
