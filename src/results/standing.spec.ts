import { GradeComponent, resultOf } from './final-result.js';
import { scoresOf } from './standing.js';

function exam(key: string, weight: number, score: number | null): GradeComponent {
  return { key, title: key, weight, items: [], entered: score === null ? null : { score, source: 'paper' } };
}

describe('what a result says to the requirements', () => {
  it('is the provisional result while anything is open', () => {
    expect(scoresOf(resultOf([exam('midterm', 4000, 8000), exam('final', 6000, null)], false))).toEqual({
      result: { score: 8000, isFinal: false },
      components: { midterm: { score: 8000, isFinal: true }, final: { score: null, isFinal: false } },
    });
  });

  it('is the final one once nothing is', () => {
    expect(
      scoresOf(resultOf([exam('midterm', 4000, 8000), exam('final', 6000, 7000)], false)).result,
    ).toEqual({
      score: 7400,
      isFinal: true,
    });
  });
});
