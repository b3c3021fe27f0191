import * as fc from 'fast-check';
import { LATE_ANSWER_MS } from '../progress/shown-score.js';
import { type AnswerDecision, type ArrivingAnswer, decideAnswer } from './answer-rules.js';

const at = (time: string): Date => new Date(`2027-08-24T${time}+07:00`);

const answer: ArrivingAnswer = {
  attempt: { startedAt: at('17:15'), deadlineAt: at('17:30'), submittedAt: null },
  seq: { stored: 2, seen: 2 },
  isKeyKnown: false,
  isSame: false,
  now: at('17:20'),
  clientAt: at('17:20'),
  lateAnswers: 'count',
};
const handedIn = { attempt: { ...answer.attempt, submittedAt: at('17:22') } };
const closedByTime = { attempt: { ...answer.attempt, submittedAt: at('17:30') } };
const endless = { attempt: { ...answer.attempt, deadlineAt: null } };
const stale = { seq: { stored: 3, seen: 2 } };
const late = { now: at('17:35'), clientAt: at('17:29') };

describe('an answer that arrives', () => {
  it.each<[string, Partial<ArrivingAnswer>, AnswerDecision]>([
    ['in time', {}, 'write'],
    ['in the last instant', { now: at('17:30') }, 'write'],
    ['in time, by a phone whose clock is wrong', { clientAt: at('23:00') }, 'write'],
    ['in time, from a plain form', { clientAt: null }, 'write'],
    ['without any deadline', { ...endless, now: at('23:00') }, 'write'],
    ['a second time', { isKeyKnown: true }, 'repeat'],
    ['a second time, after others came', { isKeyKnown: true, ...stale }, 'repeat'],
    ['a second time, after the deadline', { isKeyKnown: true, ...late }, 'repeat'],
    ['a second time, after the attempt was handed in', { isKeyKnown: true, ...handedIn }, 'repeat'],
    ['that says what is stored', { isSame: true }, 'unchanged'],
    ['that says what is stored, from a stale page', { isSame: true, ...stale }, 'unchanged'],
    ['that says what is stored, 5 minutes late', { isSame: true, ...late }, 'unchanged'],
    ['that says what is stored, after it was handed in', { isSame: true, ...handedIn }, 'too-late'],
    ['from a stale page', stale, 'conflict'],
    ['from a page that claims to have seen more than there is', { seq: { stored: 2, seen: 9 } }, 'conflict'],
    ['after it was handed in', { ...handedIn, now: at('17:23') }, 'too-late'],
    [
      'after it was handed in, written before',
      { ...handedIn, now: at('17:23'), clientAt: at('17:21') },
      'too-late',
    ],
    [
      'after an endless one was handed in',
      { attempt: { ...endless.attempt, submittedAt: at('17:22') } },
      'too-late',
    ],
    ['5 minutes late, written before', late, 'late-counts'],
    ['5 minutes late, written before, in an exam', { ...late, lateAnswers: 'wait' }, 'late-waits'],
    ['5 minutes late, after the clock closed the attempt', { ...late, ...closedByTime }, 'late-counts'],
    ['5 minutes late, written in the last instant', { ...late, clientAt: at('17:30') }, 'late-counts'],
    ['5 minutes late, written after', { ...late, clientAt: at('17:31') }, 'too-late'],
    ['5 minutes late, from a plain form', { ...late, clientAt: null }, 'too-late'],
    [
      '5 minutes late, by a clock that stands before the start',
      { ...late, clientAt: at('17:14') },
      'late-waits',
    ],
    ['5 minutes late, from a stale page', { ...late, ...stale }, 'conflict'],
    ['10 minutes late, written before', { ...late, now: at('17:40') }, 'late-counts'],
    [
      'more than 10 minutes late, written before',
      { ...late, now: new Date(at('17:40').getTime() + 1) },
      'too-late',
    ],
    ['more than 10 minutes late, from a stale page', { ...late, ...stale, now: at('17:41') }, 'too-late'],
  ])('%s: %j → %s', (_when, change, decision) => {
    expect(decideAnswer({ ...answer, ...change })).toBe(decision);
  });

  const minute = fc
    .integer({ min: -30, max: 60 })
    .map((minutes) => new Date(at('17:30').getTime() + minutes * 60_000));
  const any: fc.Arbitrary<ArrivingAnswer> = fc.record({
    attempt: fc.record({
      startedAt: fc.constant(at('17:15')),
      deadlineAt: fc.constant(at('17:30')),
      submittedAt: fc.option(minute.filter((when) => when <= at('17:30'))),
    }),
    seq: fc.record({ stored: fc.nat(3), seen: fc.nat(3) }),
    isKeyKnown: fc.boolean(),
    isSame: fc.boolean(),
    now: minute,
    clientAt: fc.option(minute),
    lateAnswers: fc.constantFrom('count', 'wait'),
  });
  const changesTheStored = (decision: AnswerDecision): boolean =>
    decision === 'write' || decision === 'late-counts';

  it('never overwrites from a stale page', () => {
    fc.assert(
      fc.property(any, (arriving) => {
        const isStale = arriving.seq.seen !== arriving.seq.stored;
        expect(isStale && changesTheStored(decideAnswer(arriving))).toBe(false);
      }),
    );
  });

  it('never counts ten minutes after the deadline, whatever the phone says', () => {
    fc.assert(
      fc.property(any, (arriving) => {
        fc.pre(arriving.now.getTime() > at('17:30').getTime() + LATE_ANSWER_MS);
        expect(['too-late', 'repeat']).toContain(decideAnswer(arriving));
      }),
    );
  });

  it('in an exam, changes nothing after the deadline', () => {
    fc.assert(
      fc.property(any, (arriving) => {
        fc.pre(arriving.now > at('17:30') && arriving.lateAnswers === 'wait');
        expect(changesTheStored(decideAnswer(arriving))).toBe(false);
      }),
    );
  });
});
