import { dayInPalangkaRaya } from '../../test/support/learner-sessions.js';
import { timeLeft } from './time-left.js';

describe('the time that is left', () => {
  // Thursday 23 September 2027, 17.45 WIB
  const now = new Date('2027-09-23T10:45:00Z');

  it.each([
    ['tonight', '2027-09-23T16:59:00Z', 'hours', 6],
    ['in 59 minutes', '2027-09-23T11:44:59Z', 'minutes', 59],
    ['in a few seconds', '2027-09-23T10:45:07Z', 'minutes', 1],
    ['early tomorrow', '2027-09-23T22:00:00Z', 'hours', 11],
    ['tomorrow evening', '2027-09-24T16:59:00Z', 'days', 1],
    ['on Saturday evening', '2027-09-25T16:59:00Z', 'days', 2],
    ['on Saturday morning', '2027-09-25T01:00:00Z', 'days', 2],
  ])('until %s', (_when, until, unit, count) => {
    expect(timeLeft(new Date(until), now, dayInPalangkaRaya)).toEqual({ unit, count });
  });
});
