import { readScoreSheet } from './score-sheet.js';

const known = new Set(['2411160087', '24.23.0041']);
const read = (text: string) => readScoreSheet(text, known);

describe('a score sheet', () => {
  it.each([
    ['with commas between', '2411160087,87.5\n24.23.0041,70'],
    ['with semicolons between and decimal commas', '2411160087;87,5\n24.23.0041;70'],
    ['pasted from a spreadsheet', '2411160087\t87,50\r\n24.23.0041\t70,00\r\n'],
    [
      'with a heading, a mark of order and empty lines',
      '\ufeffNIM;Nilai\n\n2411160087;87,5\n\n24.23.0041;70\n',
    ],
    ['with more columns', '2411160087;87,5;Norlaila\n24.23.0041;70;Deri'],
  ])('is read %s', (_how, text) => {
    expect(read(text).problems).toEqual([]);
    expect(read(text).rows.map(({ nim, score }) => [nim, score])).toEqual([
      ['2411160087', 8750],
      ['24.23.0041', 7000],
    ]);
  });

  it.each([
    ['one column only', '2411160087', 1, 'columns'],
    ['somebody unknown', 'nim;nilai\n999;80', 2, 'unknown'],
    ['the same NIM twice', '2411160087;80\n2411160087;81', 2, 'twice'],
    ['words for a score', '2411160087;baik', 1, 'score'],
    ['a score over 100', '2411160087;100,01', 1, 'score'],
    ['a negative score', '2411160087;-1', 1, 'score'],
    ['a formula', '2411160087;=1+1', 1, 'score'],
    ['an open quote', '2411160087;"80', 1, 'unreadable'],
  ])('tells of %s in line', (_what, text, line, kind) => {
    expect(read(text).problems).toMatchObject([{ line, kind }]);
  });

  it('tells everything that is wrong at once', () => {
    expect(read('x;1\n2411160087;z\ny;2').problems).toHaveLength(3);
  });
});
