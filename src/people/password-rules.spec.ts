import { newPasswordProblem, passwordProblem, temporaryUntil } from './password-rules.js';

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

describe('a new password for an old one', () => {
  it.each([
    ['perahu biru di sungai', 'perahu biru di sungai', 'same'],
    ['caf\u00e9 di sungai', 'cafe\u0301 di sungai', 'same'],
    ['perahu biru di sungai', 'pendek', 'short'],
    ['perahu biru di sungai', 'perahu merah di sungai', null],
  ])('%s → %s: %s', (current, password, problem) => {
    expect(newPasswordProblem(current, password)).toBe(problem);
  });
});

describe('a temporary password', () => {
  it('holds seven days to the millisecond', () => {
    expect(temporaryUntil(new Date('2027-08-31T03:00:00.001Z'))).toEqual(
      new Date('2027-09-07T03:00:00.001Z'),
    );
  });
});
