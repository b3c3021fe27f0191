import { partOfDay } from './greeting.js';

describe('the part of the day', () => {
  it.each([
    [3, 'evening'],
    [4, 'morning'],
    [10, 'morning'],
    [11, 'noon'],
    [14, 'noon'],
    [15, 'afternoon'],
    [17, 'afternoon'],
    [18, 'evening'],
    [23, 'evening'],
    [0, 'evening'],
  ])('at %i is %s', (hour, part) => {
    expect(partOfDay(hour)).toBe(part);
  });
});
