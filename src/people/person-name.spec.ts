import { fullName, shortName } from './person-name.js';

describe('names', () => {
  it.each([
    ['', 'Norlaila', '', 'Norlaila'],
    ['Dra.', 'Yosevina Tundan', 'M.Si.', 'Dra. Yosevina Tundan, M.Si.'],
    ['', 'Elsi Bahen', 'S.E., M.M.', 'Elsi Bahen, S.E., M.M.'],
  ])('%s %s %s is written %s', (nameBefore, name, nameAfter, written) => {
    expect(fullName({ nameBefore, name, nameAfter })).toBe(written);
  });

  it.each([
    ['Norlaila', 'Norlaila'],
    ['Noorsehan, S.E.', 'Noorsehan'],
    ['Dra. Yosevina Tundan, M.Si.', 'Dra. Yosevina'],
    ['Siti Raudah', 'Siti'],
    ['Moh. Hasan', 'Moh. Hasan'],
    ["Muhammad Rafi'i", 'Muhammad'],
  ])('greets %s as %s', (name, greeted) => {
    expect(shortName(name)).toBe(greeted);
  });
});
