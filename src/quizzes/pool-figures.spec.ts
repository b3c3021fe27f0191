import type { PoolQuestion } from './draw.js';
import { poolFigures, poolWarnings } from './pool-figures.js';

const quiz = { purpose: 'exit' as const, questions: 8, attempts: 3, from: [] };
const questions = (session: number, count: number, mustPass = 0): PoolQuestion[] =>
  Array.from({ length: count }, (_, index) => ({
    id: session * 100 + index,
    session,
    isMustPass: index < mustPass,
  }));
const bank = [...questions(1, 12, 2), ...questions(2, 12, 1), ...questions(3, 12, 3)];

describe('what a quiz may draw from', () => {
  it.each([
    ['an exit quiz: its own session and the earlier ones', quiz, 2, { questions: 24, mustPass: 1 }],
    ['that of the first session: its own', quiz, 1, { questions: 12, mustPass: 2 }],
    [
      'a midterm: the sessions that it names',
      { ...quiz, purpose: 'midterm' as const, from: [1, 3] },
      3,
      { questions: 24, mustPass: 5 },
    ],
    [
      'none of a later session',
      { ...quiz, purpose: 'final' as const, from: [1, 3] },
      2,
      { questions: 12, mustPass: 2 },
    ],
    ['nothing', { ...quiz, purpose: 'final' as const }, 3, { questions: 0, mustPass: 0 }],
  ])('%s', (_what, settings, session, expected) => {
    expect(poolFigures(settings, session, bank)).toEqual(expected);
  });
});

describe('what is to be known of a pool', () => {
  it.each([
    ['enough for all attempts', { questions: 24, mustPass: 0 }, []],
    ['one less', { questions: 23, mustPass: 0 }, [{ name: 'repeats', attempts: 2 }]],
    ['must-pass questions come each time', { questions: 20, mustPass: 2 }, []],
    ['just enough for one', { questions: 8, mustPass: 0 }, [{ name: 'repeats', attempts: 1 }]],
    ['too few for one', { questions: 7, mustPass: 0 }, [{ name: 'tooFew' }]],
    ['none', { questions: 0, mustPass: 0 }, [{ name: 'tooFew' }]],
    ['only must-pass questions', { questions: 8, mustPass: 8 }, []],
    ['too many of them', { questions: 20, mustPass: 9 }, [{ name: 'tooManyMustPass' }]],
  ])('%s', (_what, figures, expected) => {
    expect(poolWarnings(quiz, figures)).toEqual(expected);
  });
});
