import { type WeeklySlot, weeklyPatterns } from './weekly-patterns.js';

const slot = (className: string, weekday: number, more: Partial<WeeklySlot> = {}): WeeklySlot => ({
  className,
  weekday,
  startsAt: '15:30',
  minutes: 120,
  place: 'Aula PLUT',
  ...more,
});
const told = (slots: WeeklySlot[]) =>
  weeklyPatterns(slots).map(({ classes, weekdays, startsAt, place }) =>
    [classes.join('+'), weekdays.join('+'), startsAt, place].join(' '),
  );

describe('the weekly patterns of classes', () => {
  it.each([
    ['days of one time', [slot('A', 4), slot('A', 2)], ['A 2+4 15:30 Aula PLUT']],
    [
      'classes of the same days',
      [slot('A', 2), slot('A', 4), slot('B', 2), slot('B', 4), slot('C', 1)],
      ['A+B 2+4 15:30 Aula PLUT', 'C 1 15:30 Aula PLUT'],
    ],
    [
      'days of different times apart',
      [slot('A', 2), slot('A', 4, { startsAt: '13:30' })],
      ['A 2 15:30 Aula PLUT', 'A 4 13:30 Aula PLUT'],
    ],
    [
      'places apart',
      [slot('A', 2), slot('B', 2, { place: 'Kampus' })],
      ['A 2 15:30 Aula PLUT', 'B 2 15:30 Kampus'],
    ],
    ['nothing of nothing', [], []],
  ])('tell %s', (_what, slots, expected) => {
    expect(told(slots)).toEqual(expected);
  });
});
