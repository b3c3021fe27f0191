import { equationsIn } from './equations.js';

describe('Equations in a text', () => {
  it.each([
    ['250.000 ÷ 7 = 35.714', true],
    ['250.000 ÷ 7 = 35.715', false],
    ['4.000 ÷ 121.458 × 100 = 3,3', true],
    ['4.000 ÷ 121.458 × 100 = 3,4', false],
    ['35 juta × 12 = 420 juta', true],
    ['10 + 2 × 3 − 4 = 12', true],
    ['Rp1.250,5 − Rp250,5 = **Rp1.000**', true],
  ])('%s', (text, isRight) => {
    expect(equationsIn(`Jadi ${text}, bukan?`)).toEqual([expect.objectContaining({ isRight })]);
  });
});
