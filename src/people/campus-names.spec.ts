import { nameOnDay } from './campus-names.js';

// IAIN became UIN by Perpres 58/2025 of 8 May 2025.
const names = [
  { name: 'UIN Palangka Raya', shortName: 'UIN', validFrom: '2025-05-08' },
  { name: 'IAIN Palangka Raya', shortName: 'IAIN', validFrom: '2014-10-17' },
];

describe('the name of a campus', () => {
  it.each([
    ['2017-04-26', 'IAIN Palangka Raya'],
    ['2025-05-07', 'IAIN Palangka Raya'],
    ['2025-05-08', 'UIN Palangka Raya'],
    ['2027-11-18', 'UIN Palangka Raya'],
    ['2001-01-01', 'IAIN Palangka Raya'],
  ])('on %s is %s', (day, name) => {
    expect(nameOnDay(names, day).name).toBe(name);
  });
});
