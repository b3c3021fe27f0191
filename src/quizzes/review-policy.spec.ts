import * as fc from 'fast-check';
import { decideAnswer } from './answer-rules.js';
import {
  EXAM_REVIEW,
  EXIT_QUIZ_REVIEW,
  reviewOf,
  reviewOpening,
  type ReviewPolicy,
  type ReviewRequest,
} from './review-policy.js';

const at = (time: string): Date => new Date(`2027-08-24T${time}+07:00`);
const deadlineAt = at('17:30');
const running = { deadlineAt, submittedAt: null };
const handedIn = { deadlineAt, submittedAt: at('17:22') };
const closedByTime = { deadlineAt, submittedAt: deadlineAt };
const scoreOnly: ReviewPolicy = { score: 'submission', key: 'never' };

const nothing = { score: false, key: false };
const score = { score: true, key: false };
const everything = { score: true, key: true };

describe('the review', () => {
  it.each<[string, ReviewRequest['attempt'], ReviewPolicy, Date, unknown]>([
    ['while an exit quiz runs', running, EXIT_QUIZ_REVIEW, at('17:20'), nothing],
    [
      'while one without deadline runs',
      { deadlineAt: null, submittedAt: null },
      EXIT_QUIZ_REVIEW,
      at('23:00'),
      nothing,
    ],
    ['after an exit quiz was handed in', handedIn, EXIT_QUIZ_REVIEW, at('17:22'), everything],
    ['5 minutes after its time ran out', closedByTime, EXIT_QUIZ_REVIEW, at('17:35'), nothing],
    ['10 minutes after its time ran out', closedByTime, EXIT_QUIZ_REVIEW, at('17:40'), nothing],
    ['11 minutes after its time ran out', closedByTime, EXIT_QUIZ_REVIEW, at('17:41'), everything],
    ['11 minutes after, still unclosed', running, EXIT_QUIZ_REVIEW, at('17:41'), everything],
    ['after an exam was handed in', handedIn, EXAM_REVIEW, at('17:22'), nothing],
    ['as the exam closes', handedIn, EXAM_REVIEW, at('20:00'), nothing],
    ['11 minutes after the exam closed', handedIn, EXAM_REVIEW, at('20:11'), everything],
    ['with the score alone, after submission', handedIn, scoreOnly, at('17:22'), score],
    ['with the score alone, after closing', handedIn, scoreOnly, at('20:11'), score],
  ])('%s', (_when, attempt, policy, now, shown) => {
    expect(reviewOf({ attempt, policy, closesAt: at('20:00'), now })).toEqual(shown);
  });

  it('of an exam that never closes stays shut', () => {
    expect(reviewOf({ attempt: handedIn, policy: EXAM_REVIEW, closesAt: null, now: at('23:00') })).toEqual(
      nothing,
    );
  });

  it.each<[string, ReviewRequest['attempt'], ReviewPolicy, Date | null, unknown]>([
    [
      'of what runs without end is unknown',
      { deadlineAt: null, submittedAt: null },
      EXIT_QUIZ_REVIEW,
      null,
      { score: null, key: null },
    ],
    [
      'of what was handed in is that moment',
      handedIn,
      EXIT_QUIZ_REVIEW,
      null,
      { score: at('17:22'), key: at('17:22') },
    ],
    ['of what is never shown is unknown', handedIn, scoreOnly, null, { score: at('17:22'), key: null }],
    ['of an exam without end is unknown', handedIn, EXAM_REVIEW, null, { score: null, key: null }],
  ])('opens: the time %s', (_what, attempt, policy, closesAt, opening) => {
    expect(reviewOpening({ attempt, policy, closesAt })).toEqual(opening);
  });

  it('opens at the first moment at which it is open', () => {
    const { key } = reviewOpening({ attempt: closedByTime, policy: EXAM_REVIEW, closesAt: at('20:00') });
    const open = (now: number): boolean =>
      reviewOf({ attempt: closedByTime, policy: EXAM_REVIEW, closesAt: at('20:00'), now: new Date(now) }).key;
    const from = key?.getTime() ?? 0;
    expect([open(from - 1), open(from)]).toEqual([false, true]);
  });

  it('never shows a key to someone whose answers can still change the attempt', () => {
    const minute = fc
      .integer({ min: -30, max: 60 })
      .map((minutes) => new Date(deadlineAt.getTime() + minutes * 60_000));
    const policy = fc.constantFrom(EXIT_QUIZ_REVIEW, EXAM_REVIEW, scoreOnly);
    const attempts = fc.constantFrom(running, handedIn, closedByTime);
    fc.assert(
      fc.property(attempts, policy, minute, minute, minute, (attempt, chosen, now, later, clientAt) => {
        fc.pre(later >= now && reviewOf({ attempt, policy: chosen, closesAt: deadlineAt, now }).key);
        const decision = decideAnswer({
          attempt: { ...attempt, startedAt: at('17:15') },
          seq: { stored: 0, seen: 0 },
          isKeyKnown: false,
          isSame: false,
          now: later,
          clientAt,
          lateAnswers: 'count',
        });
        expect(decision).toBe('too-late');
      }),
    );
  });
});
