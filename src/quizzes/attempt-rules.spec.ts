import * as fc from 'fast-check';
import {
  attemptDeadline,
  type AttemptWindow,
  decideStart,
  type PastAttempt,
  submissionTime,
} from './attempt-rules.js';

/** A WIB clock time in August 2027. */
const at = (day: number, time: string): Date =>
  new Date(`2027-08-${String(day).padStart(2, '0')}T${time}+07:00`);

const settings = { maxAttempts: 3, gapHours: 24, limitMinutes: 15 };
const window: AttemptWindow = {
  isActive: true,
  isPlanned: true,
  opensAt: at(24, '17:15'),
  dueAt: at(31, '23:59'),
  extraMinutes: 0,
};
const ended = (number: number, submittedAt: Date): PastAttempt => ({
  id: 70 + number,
  number,
  submittedAt,
  deadlineAt: new Date(submittedAt.getTime() + 60_000),
});
const running = (number: number, deadlineAt: Date | null): PastAttempt => ({
  id: 70 + number,
  number,
  submittedAt: null,
  deadlineAt,
});

describe('the start of an attempt', () => {
  const first = ended(1, at(24, '17:30'));
  const second = ended(2, at(26, '08:00'));
  const third = ended(3, at(28, '08:00'));

  it.each<[string, PastAttempt[], Date, unknown]>([
    [
      'before it opens',
      [],
      at(24, '17:14'),
      { refusal: { reason: 'not-open-yet', opensAt: window.opensAt } },
    ],
    ['as it opens', [], at(24, '17:15'), { start: { number: 1 } }],
    ['just before it is due', [], at(31, '23:58'), { start: { number: 1 } }],
    ['when it is due', [], at(31, '23:59'), { refusal: { reason: 'closed', dueAt: window.dueAt } }],
    [
      'the same evening',
      [first],
      at(24, '20:00'),
      { refusal: { reason: 'too-soon', from: at(25, '17:30') } },
    ],
    [
      'a minute short of a day later',
      [first],
      at(25, '17:29'),
      { refusal: { reason: 'too-soon', from: at(25, '17:30') } },
    ],
    ['a day later', [first], at(25, '17:30'), { start: { number: 2 } }],
    ['a day after the second', [first, second], at(27, '08:00'), { start: { number: 3 } }],
    [
      'the gap counts from the last, in whatever order',
      [second, first],
      at(26, '18:00'),
      { refusal: { reason: 'too-soon', from: at(27, '08:00') } },
    ],
    [
      'after three',
      [first, second, third],
      at(30, '08:00'),
      { refusal: { reason: 'no-attempts-left', maxAttempts: 3 } },
    ],
    ['while one runs', [running(1, at(25, '08:15'))], at(25, '08:10'), { resume: { id: 71 } }],
    ['in its last instant', [running(1, at(25, '08:15'))], at(25, '08:15'), { resume: { id: 71 } }],
    ['while one runs without a limit', [running(1, null)], at(25, '08:15'), { resume: { id: 71 } }],
    [
      'while the last of three runs',
      [first, second, running(3, at(28, '08:15'))],
      at(28, '08:10'),
      { resume: { id: 73 } },
    ],
    [
      'after one ran out unclosed',
      [running(1, at(25, '08:15'))],
      at(25, '08:16'),
      { refusal: { reason: 'too-soon', from: at(26, '08:15') } },
    ],
    ['a day after one ran out', [running(1, at(25, '08:15'))], at(26, '08:15'), { start: { number: 2 } }],
  ])('%s', (_when, past, now, decision) => {
    expect(decideStart(past, settings, window, now)).toEqual(decision);
  });

  it('has no window where no dates are set', () => {
    const open = { ...window, opensAt: null, dueAt: null };
    expect(decideStart([], settings, open, at(1, '00:00'))).toEqual({ start: { number: 1 } });
  });

  it('waits for the plan, but ends no attempt that runs', () => {
    const unplanned = { ...window, isPlanned: false, opensAt: null, dueAt: null };
    const now = at(25, '08:00');
    expect(decideStart([], settings, unplanned, now)).toEqual({ refusal: { reason: 'not-planned' } });
    expect(decideStart([running(1, null)], settings, unplanned, now)).toEqual({ resume: { id: 71 } });
  });

  it('is over with the enrolment', () => {
    const finished = { ...window, isActive: false };
    expect(decideStart([], settings, finished, at(25, '08:00'))).toEqual({ refusal: { reason: 'finished' } });
  });

  it('never gives more than the allowed attempts, and never two within the gap, whenever one tries', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 });
    const open = { ...window, opensAt: null, dueAt: null };
    fc.assert(
      fc.property(hours, (tries) => {
        const past: PastAttempt[] = [];
        for (const hour of tries.toSorted((a, b) => a - b)) {
          const now = new Date(at(1, '00:00').getTime() + hour * 3_600_000);
          const decision = decideStart(past, settings, open, now);
          if ('start' in decision) past.push(ended(decision.start.number, now));
        }
        expect(past.map(({ number }) => number)).toEqual([1, 2, 3].slice(0, past.length));
        const times = past.map(({ submittedAt }) => submittedAt?.getTime() ?? 0);
        expect(
          times.every((time, index) => index === 0 || time - (times[index - 1] ?? 0) >= 86_400_000),
        ).toBe(true);
      }),
    );
  });
});

describe('the deadline of an attempt', () => {
  it.each<[string, Date, number | null, Partial<AttemptWindow>, Date | null]>([
    ['the limit', at(25, '08:00'), 15, {}, at(25, '08:15')],
    ['the limit with extra time', at(25, '08:00'), 15, { extraMinutes: 10 }, at(25, '08:25')],
    ['the due date, where it comes first', at(31, '23:50'), 15, {}, at(31, '23:59')],
    ['extra time moves no due date', at(31, '23:50'), 15, { extraMinutes: 10 }, at(31, '23:59')],
    ['the due date alone', at(25, '08:00'), null, {}, at(31, '23:59')],
    ['the limit alone', at(25, '08:00'), 15, { dueAt: null }, at(25, '08:15')],
    ['none', at(25, '08:00'), null, { dueAt: null, extraMinutes: 10 }, null],
  ])('is %s', (_what, startedAt, limit, dates, deadline) => {
    expect(attemptDeadline(startedAt, limit, { ...window, ...dates })).toEqual(deadline);
  });
});

describe('the recorded time of a submission', () => {
  it.each<[Date | null, Date, Date]>([
    [at(25, '08:15'), at(25, '08:14'), at(25, '08:14')],
    [at(25, '08:15'), at(25, '08:15'), at(25, '08:15')],
    [at(25, '08:15'), at(25, '09:00'), at(25, '08:15')],
    [null, at(25, '09:00'), at(25, '09:00')],
  ])('deadline %s, now %s: %s', (deadlineAt, now, expected) => {
    expect(submissionTime(deadlineAt, now)).toEqual(expected);
  });
});
