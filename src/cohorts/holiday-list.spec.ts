import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readHolidays } from './holiday-list.js';

const day = { date: '2027-08-17', name: 'Proklamasi Kemerdekaan', certainty: 'pasti' };

describe('the list of holidays', () => {
  it('of 2027 is complete', () => {
    const rows = readHolidays(parse(readFileSync('content/holidays/2027.yaml', 'utf8'), { schema: 'core' }));
    expect(rows).toHaveLength(27);
    expect(rows.filter(({ certainty }) => certainty === 'estimate').map(({ date }) => date)).toEqual([
      '2027-03-09',
      '2027-03-10',
      '2027-03-11',
      '2027-03-12',
      '2027-03-15',
      '2027-05-17',
      '2027-08-15',
    ]);
    expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).toSorted());
  });

  it('says how certain a day is', () => {
    const days = [day, { ...day, date: '2027-03-10', certainty: 'perkiraan' }];
    expect(readHolidays({ year: 2027, days }).map(({ certainty }) => certainty)).toEqual([
      'certain',
      'estimate',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no list', [], 'a list of holidays has `year` and `days`'],
    ['no days', { year: 2027 }, 'a list of holidays has `year` and `days`'],
    ['a day of another year', { year: 2028, days: [day] }, 'holiday 1 has no date in 2028'],
    [
      'a day that no month has',
      { year: 2027, days: [{ ...day, date: '2027-02-30' }] },
      'holiday 1 has no date in 2027',
    ],
    [
      'a date that is none',
      { year: 2027, days: [{ ...day, date: '2027-17-08' }] },
      'holiday 1 has no date in 2027',
    ],
    ['no name', { year: 2027, days: [day, { ...day, name: '' }] }, 'holiday 2 has no name'],
    [
      'a certainty unknown',
      { year: 2027, days: [{ ...day, certainty: 'mungkin' }] },
      'holiday 1 is neither pasti nor perkiraan',
    ],
    ['a row that is text', { year: 2027, days: ['2027-08-17'] }, 'holiday 1 has no date in 2027'],
    [
      'a date twice',
      { year: 2027, days: [day, { ...day, name: 'HUT RI' }] },
      'holiday 2027-08-17 stands twice',
    ],
  ])('with %s is refused', (_what, file, message) => {
    expect(() => readHolidays(file)).toThrow(message);
  });
});
