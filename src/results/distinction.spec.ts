import { distinctionOf } from './distinction.js';

describe('the distinction', () => {
  it.each([
    [10_000, 'sangat-memuaskan'],
    [9000, 'sangat-memuaskan'],
    [8999, 'memuaskan'],
    [8000, 'memuaskan'],
    [7999, 'cukup-memuaskan'],
    [7000, 'cukup-memuaskan'],
    [6999, null],
    [0, null],
  ])('of %i is %s', (final, distinction) => {
    expect(distinctionOf(final)).toBe(distinction);
  });
});
