import { isScoreShown, type ScoreWait, withoutScore } from './shown-score.js';

const at = (time: string): Date => new Date(`2027-10-20T${time}+07:00`);
const now = at('12:00');
const wait = (more: Partial<ScoreWait>): ScoreWait => ({ settledAt: null, scoreOpens: null, ...more });

describe('whether a learner sees the score', () => {
  it.each<[string, Partial<ScoreWait>, Date | null, boolean]>([
    ['of work that waits for nothing', {}, null, true],
    ['of an attempt that was handed in', { settledAt: at('11:00') }, null, true],
    ['of one whose late answers may still arrive', { settledAt: at('12:00:00.001') }, null, false],
    ['of one from the very moment that it is settled', { settledAt: now }, null, true],
    ['of an exam that others may still sit', { scoreOpens: 'close' }, at('13:00'), false],
    ['of an exam of which nobody can tell when it closes', { scoreOpens: 'close' }, null, false],
    ['of an exam closed ten minutes ago', { scoreOpens: 'close' }, at('11:50'), false],
    ['of an exam closed more than ten minutes ago', { scoreOpens: 'close' }, at('11:49:59.999'), true],
    ['of a closed exam not settled', { scoreOpens: 'close', settledAt: at('12:05') }, at('10:00'), false],
    ['of a closed exam that is settled', { scoreOpens: 'close', settledAt: at('11:00') }, at('10:00'), true],
  ])('%s', (_what, more, closesAt, shown) => {
    expect(isScoreShown(wait(more), closesAt, now)).toBe(shown);
  });

  it('leaves of a score that waits nothing but that the work is done', () => {
    const full = { state: 'done', score: 8000, criticalScore: 8000, mustPassMet: true };
    expect(withoutScore(full)).toEqual({
      state: 'done',
      score: null,
      criticalScore: null,
      mustPassMet: false,
    });
    expect(withoutScore({ state: 'done', score: 8000 })).toEqual({ state: 'done', score: null });
  });
});
