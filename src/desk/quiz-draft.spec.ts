import { blankQuiz, drawableSessions, quizSettings, sessionsProblem } from './quiz-draft.js';

describe('the settings of a quiz', () => {
  it('name each session once, in order; an exit quiz names none', () => {
    const midterm = { ...blankQuiz(), purpose: 'midterm' as const, from: [3, 1, 3] };
    expect(quizSettings(midterm).from).toEqual([1, 3]);
    expect(quizSettings({ ...midterm, purpose: 'exit' }).from).toEqual([]);
  });

  it.each([
    ['an exit quiz', 'exit', [], null],
    ['an exit quiz, whatever is ticked', 'exit', [9], null],
    ['a midterm of nothing', 'midterm', [], 'none'],
    ['a midterm', 'midterm', [1, 2], null],
    ['a final that names a session of none', 'final', [1, 40], 'unknown'],
    ['a final that names a later session', 'final', [1, 4], 'unknown'],
  ] as const)('%s', (_what, purpose, from, expected) => {
    const drawable = drawableSessions(3, [1, 2, 3, 4]);
    expect(sessionsProblem({ ...blankQuiz(), purpose, from: [...from] }, drawable)).toBe(expected);
  });
});
