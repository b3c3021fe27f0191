import { passwordProblem } from './password-rules.js';

describe('a new password', () => {
  it.each([
    ['', 'short'],
    ['kader-baru', null],
    ['sembilan9', 'short'],
    ['x'.repeat(129), 'long'],
    ['Password2027!', 'common'],
    ['indonesia1945', 'common'],
    ['kelaskader123', 'common'],
    ['1234567890', 'digits'],
    ['081200001234', 'digits'],
    ['2411160087', 'digits'],
    ['17-08-1945 17-08', 'digits'],
    ['rahasiarahasia', 'common'],
    ['SayangSayang99', 'common'],
    ['abcdefghijkl', 'common'],
    ['perahu 081200001234', null],
    ['aaaaaaaaaaaa', 'common'],
    ['perahu biru di sungai Kahayan', null],
    ['tujuh perahu 🛶', null],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });
});
