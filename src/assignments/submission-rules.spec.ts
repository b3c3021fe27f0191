import {
  decideHandIn,
  type HandIn,
  nextState,
  type SubmissionEvent,
  type SubmissionState,
  submitterOf,
  type SubmitsAs,
} from './submission-rules.js';

const at = (text: string): Date => new Date(`2027-09-${text}:00+07:00`);

describe('the states of a submission', () => {
  it.each<[SubmissionState, SubmissionEvent, SubmissionState | null]>([
    ['draft', 'hand-in', 'submitted'],
    ['draft', 'replace', null],
    ['draft', 'return', null],
    ['draft', 'grade', null],
    ['submitted', 'hand-in', null],
    ['submitted', 'replace', 'replaced'],
    ['submitted', 'return', 'returned'],
    ['submitted', 'grade', 'graded'],
    ['replaced', 'hand-in', null],
    ['replaced', 'replace', null],
    ['replaced', 'return', null],
    ['replaced', 'grade', null],
    ['returned', 'hand-in', null],
    ['returned', 'replace', 'replaced'],
    ['returned', 'return', null],
    ['returned', 'grade', 'graded'],
    ['graded', 'hand-in', null],
    ['graded', 'replace', null],
    ['graded', 'return', null],
    ['graded', 'grade', null],
  ])('%s + %s → %s', (state, event, next) => {
    expect(nextState(state, event)).toBe(next);
  });
});

describe('the submitter', () => {
  const paired = { enrolmentId: 7, pairId: 31, teamId: 12 };
  const alone = { enrolmentId: 8, pairId: null, teamId: null };

  it.each<[SubmitsAs, typeof paired | typeof alone, unknown]>([
    ['individual', paired, { kind: 'individual', id: 7 }],
    ['pair', paired, { kind: 'pair', id: 31 }],
    ['team', paired, { kind: 'team', id: 12 }],
    ['none', paired, { refusal: { reason: 'judged-live' } }],
    ['individual', alone, { kind: 'individual', id: 8 }],
    ['pair', alone, { refusal: { reason: 'no-pair' } }],
    ['team', alone, { refusal: { reason: 'no-team' } }],
  ])('of %s work by %j is %j', (submitsAs, member, submitter) => {
    expect(submitterOf(submitsAs, member)).toEqual(submitter);
  });
});

describe('handing in', () => {
  const draft: HandIn = {
    state: 'draft',
    hasContent: true,
    isOpen: true,
    dueAt: at('09T23:59'),
    hasLeave: false,
    returned: null,
    now: at('05T10:00'),
  };
  const returned: Partial<HandIn> = {
    state: 'returned',
    returned: { at: at('12T10:00'), revisions: 0, daysLate: 2 },
    now: at('13T10:00'),
  };

  it.each<[string, Partial<HandIn>, unknown]>([
    ['in time', {}, { daysLate: 0 }],
    ['before it opens', { isOpen: false }, { refusal: { reason: 'not-open-yet' } }],
    ['with nothing in it', { hasContent: false }, { refusal: { reason: 'empty' } }],
    ['two hours late', { now: at('10T01:59') }, { daysLate: 1 }],
    ['three days late', { now: at('12T23:59') }, { daysLate: 3 }],
    ['later than that', { now: at('13T00:00') }, { refusal: { reason: 'needs-leave', daysLate: 4 } }],
    ['later than that, with leave', { now: at('20T10:00'), hasLeave: true }, { daysLate: 11 }],
    ['where nothing is due', { dueAt: null }, { daysLate: 0 }],
    ['again before it is due', { state: 'submitted' }, { daysLate: 0 }],
    ['again where nothing is due', { state: 'submitted', dueAt: null }, { daysLate: 0 }],
    [
      'again before it is due, emptied',
      { state: 'submitted', hasContent: false },
      { refusal: { reason: 'empty' } },
    ],
    [
      'again after it was due',
      { state: 'submitted', now: at('10T00:00') },
      { refusal: { reason: 'handed-in-already' } },
    ],
    [
      'again after it was due, with leave',
      { state: 'submitted', hasLeave: true, now: at('20T00:00') },
      { refusal: { reason: 'handed-in-already' } },
    ],
    ['after it was graded', { state: 'graded' }, { refusal: { reason: 'graded-already' } }],
    ['returned work, long after it was due', returned, { daysLate: 2 }],
    ['returned work, emptied', { ...returned, hasContent: false }, { refusal: { reason: 'empty' } }],
    [
      'returned work after seven days',
      { ...returned, now: at('20T10:00') },
      { refusal: { reason: 'revision-over', until: at('19T10:00') } },
    ],
    [
      'work returned again',
      { ...returned, returned: { at: at('12T10:00'), revisions: 1, daysLate: 2 } },
      { refusal: { reason: 'revision-used', times: 1 } },
    ],
  ])('%s', (_what, change, decision) => {
    expect(decideHandIn({ ...draft, ...change })).toEqual(decision);
  });
});
