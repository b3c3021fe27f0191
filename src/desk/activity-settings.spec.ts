import { isDueBeforeOpening } from './activity-settings.js';

describe('an activity that is due before it opens', () => {
  it.each([
    ['no rules at all', '', '', false],
    ['only an opening', '-3d', '', false],
    ['only a due date', '', '+7d 23:59', false],
    ['due after it opens', '0 end', '+7d 23:59', false],
    ['due when it opens', '0', '0', true],
    ['due days before it opens', '0 end', '-1d', true],
    ['due an hour before it opens', '+1d 10:00', '+1d 09:00', true],
    ['due when the meeting ends, open when it starts', '0', '0 end', false],
    ['open on the morning of a meeting, due when it starts', '0 09:00', '0', false],
    ['open when a meeting ends, due on that evening', '0 end', '0 09:30', false],
    ['due the day before, whatever the hours', '0 09:00', '-1d end', true],
  ])('is found: %s', (_what, opens, due, expected) => {
    expect(isDueBeforeOpening(opens, due)).toBe(expected);
  });
});
