import { afterLateAnswers } from '../progress/shown-score.js';
import { type ProgressAttempt, quizProgress } from './quiz-progress.js';

const at = (day: number, time = '08:00'): Date => new Date(`2027-08-${day}T${time}+07:00`);
const attempt = (number: number, more: Partial<ProgressAttempt>): ProgressAttempt => ({
  number,
  startedAt: at(23 + number),
  submittedAt: at(23 + number, '08:15'),
  deadlineAt: at(23 + number, '08:20'),
  policy: { score: 'submission' },
  score: null,
  isMustPassRight: false,
  ...more,
});
const running = { submittedAt: null };

describe('the progress of a quiz', () => {
  it.each<[string, ProgressAttempt[], [string, number | null, number | null, boolean, Date]]>([
    ['one runs', [attempt(1, running)], ['started', null, null, false, at(24)]],
    ['one waits for a person', [attempt(1, {})], ['submitted', null, null, false, at(24, '08:15')]],
    [
      'one has a score',
      [attempt(1, { score: 8750, isMustPassRight: true })],
      ['done', 8750, 8750, true, at(24, '08:15')],
    ],
    ['a score far too low is a score', [attempt(1, { score: 0 })], ['done', 0, 0, false, at(24, '08:15')]],
    [
      'a repeat runs',
      [attempt(1, { score: 5000 }), attempt(2, running)],
      ['done', 5000, 5000, false, at(24, '08:15')],
    ],
    [
      'a repeat waits',
      [attempt(1, { score: 5000 }), attempt(2, {})],
      ['done', 5000, 5000, false, at(25, '08:15')],
    ],
    [
      'a repeat is better: recorded with the cap, judged without',
      [attempt(1, { score: 5000 }), attempt(2, { score: 9000, isMustPassRight: true })],
      ['done', 7000, 9000, true, at(25, '08:15')],
    ],
    [
      'the higher score lacks a must-pass question',
      [attempt(1, { score: 9000 }), attempt(2, { score: 8000, isMustPassRight: true })],
      ['done', 9000, 8000, true, at(25, '08:15')],
    ],
  ])('when %s', (_when, attempts, [state, score, criticalScore, mustPassMet, when]) => {
    expect(quizProgress(attempts)).toMatchObject({ state, score, criticalScore, mustPassMet, at: when });
    expect(quizProgress(attempts.toReversed())).toEqual(quizProgress(attempts));
  });

  const byTheClock = { submittedAt: at(25, '08:20') };
  it.each<[string, ProgressAttempt[], [Date | null, 'close' | null]]>([
    ['without a score nothing waits', [attempt(1, { policy: { score: 'close' } })], [null, null]],
    ['handed in', [attempt(1, { score: 5000 })], [at(24, '08:15'), null]],
    [
      'the last one ended by its time: late answers may still come',
      [attempt(1, { score: 5000 }), attempt(2, { score: 0, ...byTheClock })],
      [afterLateAnswers(at(25, '08:20')), null],
    ],
    [
      'one of an exam',
      [attempt(1, { score: 5000, policy: { score: 'close' } }), attempt(2, { score: 6000 })],
      [at(25, '08:15'), 'close'],
    ],
  ])('is shown later: %s', (_when, attempts, [settledAt, scoreOpens]) => {
    expect(quizProgress(attempts)).toMatchObject({ settledAt, scoreOpens });
  });
});
