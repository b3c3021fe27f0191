import { Temporal } from 'temporal-polyfill';
import { demoCalendar } from './demo-calendar.js';

const timeZone = 'Asia/Jakarta';
const plain = { holidays: new Set<string>(), timeZone };
const days = Array.from({ length: 40 }, (_, index) =>
  Temporal.PlainDate.from('2026-11-01')
    .add({ days: index * 17 })
    .toString(),
);

describe('the calendar of the demo', () => {
  it.each([
    ['a Monday', '2027-09-06'],
    ['a Tuesday', '2027-09-07'],
    ['a Sunday', '2027-09-12'],
  ])('has the second cohort in its third week on %s', (_day, today) => {
    expect(demoCalendar(today, plain)).toEqual({
      finished: { ordinal: 1, label: '2027-A', startsOn: '2027-04-05' },
      running: { ordinal: 2, label: '2027-B', startsOn: '2027-08-23' },
    });
  });

  it('starts earlier where holidays take a week', () => {
    const { running } = demoCalendar('2027-09-07', {
      holidays: new Set(['2027-08-31', '2027-09-02']),
      timeZone,
    });
    expect(running.startsOn).toBe('2027-08-16');
  });

  it('names the cohorts of two years after their own', () => {
    const { finished, running } = demoCalendar('2027-03-15', plain);
    expect([finished.label, running.label]).toEqual(['2026-A', '2027-A']);
  });

  it('starts on a Monday two weeks ago on any day, where no holiday falls', () => {
    for (const today of days) {
      const start = Temporal.PlainDate.from(demoCalendar(today, plain).running.startsOn);
      expect(start.dayOfWeek).toBe(1);
      const weeks = start.until(today).days / 7;
      expect(weeks).toBeGreaterThanOrEqual(2);
      expect(weeks).toBeLessThan(3);
    }
  });
});
