import type { SubmissionState } from '../assignments/submission-rules.js';
import { mayReturn, scoresOf, seenOf } from './judgement.js';

const levels = { 4: 'Unggul', 3: 'Memenuhi', 2: 'Berkembang', 1: 'Belum' };
const rubric = [
  { key: 'bukti', name: 'Bukti', weight: 6000, levels },
  { key: 'rapi', name: 'Rapi', weight: 4000, levels },
];

describe('the scores of a judgement', () => {
  it.each([
    [{ bukti: 4, rapi: 3 }, 0, { before: 9200, penalty: 0, after: 9200 }],
    [{ bukti: 4, rapi: 3 }, 2, { before: 9200, penalty: 2000, after: 7200 }],
    [{ bukti: 1, rapi: 1 }, 9, { before: 4000, penalty: 3000, after: 1000 }],
    [{ bukti: 4 }, 2, { before: null, penalty: 2000, after: null }],
  ] as const)('%j, %d days late', (given, daysLate, scores) => {
    expect(scoresOf(rubric, given, daysLate)).toEqual(scores);
  });
});

describe('giving work back', () => {
  it.each<[SubmissionState, number, boolean]>([
    ['submitted', 0, true],
    ['submitted', 1, false],
    ['returned', 0, false],
    ['graded', 0, false],
    ['replaced', 0, false],
  ])('%s after %d revisions: %s', (state, revision, expected) => {
    expect(mayReturn({ state, revision, receipt: 'kept' })).toBe(expected);
  });
});

it('gives nothing back that was judged live', () => {
  expect(mayReturn({ state: 'submitted', revision: 0, receipt: null })).toBe(false);
});

it('names the judgement that a page had seen', () => {
  expect([seenOf(null), seenOf({ round: 2, version: 3 })]).toEqual(['0.0', '2.3']);
});
