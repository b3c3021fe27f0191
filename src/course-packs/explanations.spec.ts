import type { PackQuestion } from './course-pack.js';
import { isExplained } from './explanations.js';

const options = (...explanations: (string | undefined)[]) => ({
  options: explanations.map((explanation, index) => ({ id: 'abc'.charAt(index), text: 'x', explanation })),
});

describe('a question explains itself', () => {
  it.each<[boolean, PackQuestion['type'], unknown]>([
    [true, 'single', options('a', 'b')],
    [false, 'single', options('a', undefined)],
    [false, 'multiple', { ...options('a', ' '), explanation: 'c' }],
    [true, 'truefalse', { correct: true, explanation: 'a' }],
    [false, 'numeric', { correct: 1, tolerance: 0 }],
    [true, 'essay', { guidance: 'a' }],
  ])('%s: %s %j', (isOne, type, body) => {
    expect(isExplained({ type, body })).toBe(isOne);
  });
});
