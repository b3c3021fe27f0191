import * as fc from 'fast-check';
import { balancedLines, Line, Run } from './text-lines.js';

/** Every letter is one wide; bold ones are two. */
type Style = 'plain' | 'bold';
const measure = (text: string, style: Style) => text.length * (style === 'bold' ? 2 : 1);
const plain = (text: string): Run<Style>[] => [{ text, style: 'plain' }];
const textOf = (line: Line<Style>) => line.runs.map((run) => run.text).join('');

describe('setting text in lines', () => {
  it.each([
    ['what fits stays on one line', 'aaa bbb', 7, ['aaa bbb']],
    ['the rest goes to the next', 'aaa bbb', 6, ['aaa ', 'bbb']],
    ['lines are about equally long', 'aa bb cc dd', 10, ['aa bb ', 'cc dd']],
    ['a word too wide stands alone', 'a wwwwwwww b', 4, ['a ', 'wwwwwwww ', 'b']],
    ['a space that does not break holds', 'aa bb\u00a0cc', 6, ['aa ', 'bb\u00a0cc']],
    ['several spaces are one', '  aa   bb ', 10, ['aa bb']],
    ['nothing needs no line', '', 10, []],
  ])('%s', (_rule, text, width, lines) => {
    expect(balancedLines(plain(text), width, measure).map(textOf)).toEqual(lines);
  });

  it('keeps styles, also within a word', () => {
    const runs: Run<Style>[] = [
      { text: 'with ', style: 'plain' },
      { text: 'two words', style: 'bold' },
      { text: '.', style: 'plain' },
    ];
    expect(balancedLines(runs, 100, measure)).toEqual([
      {
        width: 24,
        runs: [
          { text: 'with ', style: 'plain' },
          { text: 'two words', style: 'bold' },
          { text: '.', style: 'plain' },
        ],
      },
    ]);
    expect(balancedLines(runs, 13, measure).map(textOf)).toEqual(['with two ', 'words.']);
  });

  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 25 });
  const runs = fc.array(
    fc.record({
      text: words.map((some) => `${some.join(' ')} `),
      style: fc.constantFrom<Style>('plain', 'bold'),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it('loses nothing and keeps to the width', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 18, max: 80 }), (some, width) => {
        const lines = balancedLines(some, width, measure);
        expect(lines.map(textOf).join('')).toBe(
          some
            .map((run) => run.text)
            .join('')
            .trim(),
        );
        expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
