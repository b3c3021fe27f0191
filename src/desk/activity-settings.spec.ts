import { ruleProblem } from './activity-settings.js';

describe('the rules of an activity', () => {
  it.each([
    ['none at all', '', '', null],
    ['only an opening', '-3d', '', null],
    ['only a due date', '', '+7d 23:59', null],
    ['due after it opens', '0 end', '+7d 23:59', null],
    ['an opening that is no rule', 'besok', '', { field: 'opensRule', problem: 'noRule' }],
    ['a due date that is no rule', '', '+7 hari', { field: 'dueRule', problem: 'noRule' }],
    ['due when it opens', '0', '0', { field: 'dueRule', problem: 'dueBeforeOpening' }],
    ['due days before it opens', '0 end', '-1d', { field: 'dueRule', problem: 'dueBeforeOpening' }],
    [
      'due an hour before it opens',
      '+1d 10:00',
      '+1d 09:00',
      { field: 'dueRule', problem: 'dueBeforeOpening' },
    ],
  ])('are judged: %s', (_what, opens, due, expected) => {
    expect(ruleProblem(opens, due)).toEqual(expected);
  });
});
