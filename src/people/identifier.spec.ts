import { normaliseEmail } from './email-address.js';
import { classifyIdentifier } from './identifier.js';
import { normalisePhone } from './phone-number.js';

describe('what is typed to sign in', () => {
  it.each([
    [' Peserta@Contoh.test ', 'email', 'peserta@contoh.test'],
    ['0812-0000-1234', 'phone', '+6281200001234'],
    ['+62 812 0000 1234', 'phone', '+6281200001234'],
    ['6281200001234', 'phone', '+6281200001234'],
    ['2411160087', 'nim', '2411160087'],
    ['24.23.0041', 'nim', '24.23.0041'],
  ])('%s is a %s', (typed, kind, value) => {
    expect(classifyIdentifier(typed)).toEqual({ kind, value });
  });
});

describe('an e-mail address', () => {
  it.each(['', 'a', 'a@b', 'a b@c.d', 'a@b@c.d', '<a@b.c>', 'a@b.c, d@e.f'])('is not %j', (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });
});

describe('a phone number', () => {
  it.each([
    '0812-0000-1234',
    '+62 812 0000 1234',
    '62812 0000 1234',
    '812.0000.1234',
    '+62 (0)812 0000 1234',
    '+6208120000 1234',
    '0062 812 0000 1234',
    '(0812) 0000–1234',
    '０８１２００００１２３４',
  ])('is the same however it is written: %s', (typed) => {
    expect(normalisePhone(typed)).toBe('+6281200001234');
  });

  it.each([
    ['0536 3221234', '+625363221234'],
    ['+60 12-345 6789', '+60123456789'],
  ])('may be of a house or another country: %s', (typed, stored) => {
    expect(normalisePhone(typed)).toBe(stored);
  });

  it.each(['', '0812', 'abc', '08-12-aa', '+0812000000'])('is not %j', (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });
});
