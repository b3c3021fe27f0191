import type { SubmissionState } from './submission-rules.js';
import { type Circumstances, handInOf, standingOf, type Version, workState } from './work-standing.js';

const at = (text: string): Date => new Date(`2027-09-${text}:00+07:00`);
const version = (number: number, state: SubmissionState, more: Partial<Version> = {}): Version => ({
  number,
  state,
  revision: 0,
  judgedAt: null,
  daysLate: 0,
  ...more,
});
const inTime: Circumstances = {
  isOpen: true,
  dueAt: at('09T23:59'),
  hasLeave: false,
  now: at('05T10:00'),
};
const returned = version(1, 'returned', { judgedAt: at('12T10:00'), daysLate: 2 });

describe('the standing of work', () => {
  it.each<[string, Version[], number | null, number | null]>([
    ['nothing', [], null, null],
    ['a first draft', [version(1, 'draft')], 1, null],
    ['handed in', [version(1, 'submitted')], null, 1],
    ['being replaced', [version(2, 'draft'), version(1, 'submitted')], 2, 1],
    ['replaced', [version(1, 'replaced'), version(2, 'submitted')], null, 2],
    ['returned, revised and graded', [version(1, 'replaced'), version(2, 'graded')], null, 2],
  ])('%s', (_what, versions, draft, last) => {
    const standing = standingOf(versions);
    expect([standing.draft?.number ?? null, standing.last?.number ?? null]).toEqual([draft, last]);
  });
});

describe('the question of handing in', () => {
  it('tells of returned work when it was, how often before, and how late it came', () => {
    expect(handInOf(standingOf([returned]), true, inTime)).toEqual({
      ...inTime,
      state: 'returned',
      hasContent: true,
      returned: { at: at('12T10:00'), revisions: 0, daysLate: 2 },
    });
  });

  it('is that of a draft where nothing was handed in', () => {
    expect(handInOf(standingOf([version(1, 'draft')]), false, inTime)).toEqual({
      ...inTime,
      state: 'draft',
      hasContent: false,
      returned: null,
    });
  });
});

describe('the state of work', () => {
  it.each<[string, Version[], Partial<Circumstances>, string]>([
    ['closed', [], { isOpen: false }, 'closed'],
    ['open', [], {}, 'open'],
    ['open without a due date', [], { dueAt: null }, 'open'],
    ['a draft', [version(1, 'draft')], {}, 'draft'],
    ['a minute late', [version(1, 'draft')], { now: at('10T00:00') }, 'overdue'],
    ['later than the penalty reaches', [], { now: at('13T00:00') }, 'needs-leave'],
    ['the same with leave', [], { now: at('13T00:00'), hasLeave: true }, 'overdue'],
    ['handed in', [version(1, 'submitted')], { now: at('13T00:00') }, 'submitted'],
    ['being replaced', [version(1, 'submitted'), version(2, 'draft')], {}, 'submitted'],
    ['returned', [returned], { now: at('13T00:00') }, 'returned'],
    ['returned and being revised', [returned, version(2, 'draft')], { now: at('13T00:00') }, 'returned'],
    ['returned more than seven days ago', [returned], { now: at('19T10:01') }, 'revision-over'],
    ['returned again', [{ ...returned, number: 2, revision: 1 }], { now: at('13T00:00') }, 'revision-over'],
    ['graded', [version(1, 'graded', { judgedAt: at('12T10:00') })], {}, 'graded'],
  ])('%s', (_what, versions, change, expected) => {
    expect(workState(standingOf(versions), { ...inTime, ...change })).toBe(expected);
  });
});
