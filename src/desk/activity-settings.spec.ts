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
  ])('is found: %s', (_what, opens, due, expected) => {
    expect(isDueBeforeOpening(opens, due)).toBe(expected);
  });
});
