import * as fc from 'fast-check';
import { activityDates, type Dates, openness } from './activity-dates.js';

const zone = 'Asia/Jakarta';
// P3 on Tuesday 31 August 2027, 15.30–17.30 WIB
const meeting = { startsAt: new Date('2027-08-31T08:30:00Z'), endsAt: new Date('2027-08-31T10:30:00Z') };
const rules = { opensRule: '-3d', dueRule: '+7d 23:59' };
const none: Dates = { opensAt: null, dueAt: null };
const at = (text: string): Date => new Date(text);
const dates = (sources: Partial<Parameters<typeof activityDates>[1]>) =>
  activityDates(rules, { meeting, overrides: [], extensions: [], ...sources }, zone);

describe('the dates of an activity', () => {
  it.each([
    ['follow the meeting', {}, '2027-08-28T08:30:00.000Z', '2027-09-07T16:59:00.000Z'],
    [
      'take what the cohort says',
      { overrides: [{ ...none, dueAt: at('2027-09-10T00:00:00Z') }] },
      '2027-08-28T08:30:00.000Z',
      '2027-09-10T00:00:00.000Z',
    ],
    [
      'take what the class says before that',
      {
        overrides: [
          { ...none, dueAt: at('2027-09-10T00:00:00Z') },
          { ...none, dueAt: at('2027-09-11T00:00:00Z') },
        ],
      },
      '2027-08-28T08:30:00.000Z',
      '2027-09-11T00:00:00.000Z',
    ],
    [
      'move later by an extension',
      { extensions: [at('2027-09-12T00:00:00Z')] },
      '2027-08-28T08:30:00.000Z',
      '2027-09-12T00:00:00.000Z',
    ],
    [
      'take the latest extension of a team',
      { extensions: [null, at('2027-09-12T00:00:00Z'), at('2027-09-14T00:00:00Z')] },
      '2027-08-28T08:30:00.000Z',
      '2027-09-14T00:00:00.000Z',
    ],
    [
      'never move earlier by an extension',
      { extensions: [at('2027-09-01T00:00:00Z')] },
      '2027-08-28T08:30:00.000Z',
      '2027-09-07T16:59:00.000Z',
    ],
  ])('%s', (_what, sources, opensAt, dueAt) => {
    expect(dates(sources)).toEqual({ opensAt: at(opensAt), dueAt: at(dueAt) });
  });

  it('are none without a meeting', () => {
    expect(dates({ meeting: null })).toEqual(none);
  });

  it('never come before the plan, whatever the extensions', () => {
    const planned = dates({}).dueAt?.getTime() ?? 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.date({ min: at('2027-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z'), noInvalidDate: true }),
        ),
        (extensions) => {
          expect(dates({ extensions }).dueAt?.getTime()).toBe(
            Math.max(planned, ...extensions.map((date) => date.getTime())),
          );
        },
      ),
    );
  });
});

describe('an activity', () => {
  it.each([
    ['before it opens', '2027-08-28T08:29:59Z', 'closed'],
    ['from its opening', '2027-08-28T08:30:00Z', 'open'],
    ['at its due time', '2027-09-07T16:59:00Z', 'open'],
    ['after it', '2027-09-07T16:59:01Z', 'past'],
  ])('%s is %s', (_when, now, state) => {
    expect(openness(rules, dates({}), at(now))).toBe(state);
  });

  it('is closed while its meeting is not planned', () => {
    expect(openness(rules, none, at('2027-08-28T08:30:00Z'))).toBe('closed');
  });

  it('is open where it has no rule', () => {
    expect(openness({ opensRule: null, dueRule: null }, none, at('2027-08-28T08:30:00Z'))).toBe('open');
  });
});
