import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { readHolidays } from './holiday-list.js';
import {
  planTimetable,
  type PlannedMeeting,
  type Timetable,
  type TimetableRequest,
  type WeeklySlot,
} from './timetable.js';

const holidays = new Set(
  readHolidays(parse(readFileSync('content/holidays/2027.yaml', 'utf8'), { schema: 'core' })).map(
    ({ date }) => date,
  ),
);
const tuesday = { weekday: 2, startsAt: '15:30', minutes: 120 };
const thursday = { weekday: 4, startsAt: '15:30', minutes: 120 };
const monday = { ...tuesday, weekday: 1 };
const wednesday = { ...tuesday, weekday: 3 };

const request: TimetableRequest<WeeklySlot> = {
  startsOn: '2027-08-24',
  slots: [tuesday, thursday],
  holidays,
  sessions: 24,
  spares: 2,
  timeZone: 'Asia/Pontianak',
};

function plan(change: Partial<TimetableRequest<WeeklySlot>> = {}): Timetable<WeeklySlot> {
  const timetable = planTimetable({ ...request, ...change });
  if ('refusal' in timetable) throw new Error(timetable.refusal.reason);
  return timetable;
}

/** 'P24 2027-11-11' */
const named = ({ session, date }: PlannedMeeting<WeeklySlot>): string =>
  `${session ? `P${session}` : 'spare'} ${date}`;

describe('the run of classes A and B from 24 August 2027', () => {
  const { meetings, lost } = plan();

  it('meets on every Tuesday and Thursday, and no holiday falls inside', () => {
    expect(meetings.map(named)).toEqual([
      'P1 2027-08-24',
      'P2 2027-08-26',
      'P3 2027-08-31',
      'P4 2027-09-02',
      'P5 2027-09-07',
      'P6 2027-09-09',
      'P7 2027-09-14',
      'P8 2027-09-16',
      'P9 2027-09-21',
      'P10 2027-09-23',
      'P11 2027-09-28',
      'P12 2027-09-30',
      'P13 2027-10-05',
      'P14 2027-10-07',
      'P15 2027-10-12',
      'P16 2027-10-14',
      'P17 2027-10-19',
      'P18 2027-10-21',
      'P19 2027-10-26',
      'P20 2027-10-28',
      'P21 2027-11-02',
      'P22 2027-11-04',
      'P23 2027-11-09',
      'P24 2027-11-11',
      'spare 2027-11-16',
      'spare 2027-11-18',
    ]);
    expect(lost).toEqual([]);
  });

  it('meets from 15.30 to 17.30 WIB', () => {
    expect(meetings[0]?.startsAt.toISOString()).toBe('2027-08-24T08:30:00.000Z');
    expect(meetings[0]?.endsAt.toISOString()).toBe('2027-08-24T10:30:00.000Z');
  });
});

describe('other runs', () => {
  it.each<[string, Partial<TimetableRequest<WeeklySlot>>, string[], string[]]>([
    [
      'classes C and D, a day earlier',
      { startsOn: '2027-08-23', slots: [monday, wednesday] },
      ['P1 2027-08-23', 'P24 2027-11-10', 'spare 2027-11-15', 'spare 2027-11-17'],
      [],
    ],
    [
      'from 30 March 2027, over four holidays',
      { startsOn: '2027-03-30' },
      ['P1 2027-03-30', 'P24 2027-07-01', 'spare 2027-07-06', 'spare 2027-07-08'],
      ['2027-05-06', '2027-05-18', '2027-05-20', '2027-06-01'],
    ],
    [
      'started on a day between its slots',
      { startsOn: '2027-08-25' },
      ['P1 2027-08-26', 'P24 2027-11-16', 'spare 2027-11-18', 'spare 2027-11-23'],
      [],
    ],
    [
      'begun on a holiday',
      { startsOn: '2027-08-17', slots: [tuesday], sessions: 2, spares: 0 },
      ['P1 2027-08-24', 'P2 2027-08-31'],
      ['2027-08-17'],
    ],
    [
      'over the turn of the year',
      { startsOn: '2027-12-28', slots: [tuesday], sessions: 2, spares: 0 },
      ['P1 2027-12-28', 'P2 2028-01-04'],
      [],
    ],
  ])('%s', (_what, change, expected, lost) => {
    const timetable = plan(change);
    const [first, last, ...spare] = [
      timetable.meetings.find(({ session }) => session === 1),
      timetable.meetings.findLast(({ session }) => session !== null),
      ...timetable.meetings.filter(({ session }) => session === null),
    ];
    expect([first, last, ...spare].flatMap((meeting) => (meeting ? [named(meeting)] : []))).toEqual(expected);
    expect(timetable.lost.map(({ date }) => date)).toEqual(lost);
  });

  it('puts two slots of one day in the order of their times', () => {
    const evening = { weekday: 2, startsAt: '19:00', minutes: 90 };
    const { meetings } = plan({ slots: [evening, tuesday], sessions: 3, spares: 0 });
    expect(meetings.map(({ date, slot }) => `${date} ${slot.startsAt}`)).toEqual([
      '2027-08-24 15:30',
      '2027-08-24 19:00',
      '2027-08-31 15:30',
    ]);
  });

  it('keeps the local time of day in a zone whose clocks change', () => {
    const { meetings } = plan({
      startsOn: '2027-10-26',
      slots: [tuesday],
      sessions: 2,
      spares: 0,
      timeZone: 'Europe/Amsterdam',
    });
    expect(meetings.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2027-10-26T13:30:00.000Z',
      '2027-11-02T14:30:00.000Z',
    ]);
  });

  it.each([
    ['without slots', { slots: [] }, 'no-slots'],
    [
      'where every date is a holiday',
      { slots: [tuesday], holidays: everyTuesday(), sessions: 1 },
      'no-free-dates',
    ],
    ['longer than two years', { slots: [tuesday], sessions: 200 }, 'no-free-dates'],
  ])('%s there is none', (_what, change, reason) => {
    expect(planTimetable({ ...request, ...change })).toEqual({ refusal: { reason } });
  });
});

function everyTuesday(): Set<string> {
  const first = Date.parse('2027-08-24');
  return new Set(
    Array.from({ length: 200 }, (_, week) =>
      new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10),
    ),
  );
}

describe('any timetable', () => {
  const date = fc
    .date({ min: new Date('2027-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const slot = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    startsAt: fc.constantFrom('08:00', '13:30', '15:30', '19:00'),
    minutes: fc.constantFrom(90, 120),
  });
  const any = fc.record({
    startsOn: date,
    slots: fc.uniqueArray(slot, {
      minLength: 1,
      maxLength: 4,
      selector: (one) => `${one.weekday} ${one.startsAt}`,
    }),
    holidays: fc.array(date, { maxLength: 60 }).map((dates) => new Set(dates)),
    sessions: fc.integer({ min: 1, max: 24 }),
    spares: fc.integer({ min: 0, max: 3 }),
    timeZone: fc.constantFrom('Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'),
  });

  it('has its number of meetings, in order, each session once, none on a holiday, each in a slot of its day', () => {
    fc.assert(
      fc.property(any, (wanted) => {
        const { meetings } = plan(wanted);
        const sessions = meetings.flatMap(({ session }) => session ?? []);
        expect(sessions).toEqual(Array.from({ length: wanted.sessions }, (_, index) => index + 1));
        expect(meetings).toHaveLength(wanted.sessions + wanted.spares);
        expect(meetings.slice(wanted.sessions).every(({ session }) => session === null)).toBe(true);
        for (const [index, meeting] of meetings.entries()) {
          expect(wanted.holidays.has(meeting.date)).toBe(false);
          expect(meeting.date >= wanted.startsOn).toBe(true);
          expect(new Date(`${meeting.date}T00:00:00Z`).getUTCDay()).toBe(meeting.slot.weekday % 7);
          expect(meeting.startsAt > (meetings[index - 1]?.startsAt ?? new Date(0))).toBe(true);
        }
      }),
    );
  });

  it('ends no earlier for one more holiday', () => {
    fc.assert(
      fc.property(any, date, (wanted, extra) => {
        const end = (days: ReadonlySet<string>): Date | undefined =>
          plan({ ...wanted, holidays: days }).meetings.at(-1)?.endsAt;
        const [before, after] = [end(wanted.holidays), end(new Set([...wanted.holidays, extra]))];
        expect(before && after && after >= before).toBe(true);
      }),
    );
  });
});
