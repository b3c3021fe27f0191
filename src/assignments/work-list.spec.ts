import { inListOrder, sectionOf, workSections } from './work-list.js';
import { type WorkState, workStates } from './work-standing.js';

describe('the sections of the list', () => {
  it('take up every state', () => {
    expect(new Set(workStates.map(sectionOf))).toEqual(new Set(workSections));
  });
});

describe('the order of the list', () => {
  const work = (name: string, state: WorkState, day: number | null) => ({
    name,
    state,
    at: day === null ? null : new Date(Date.UTC(2027, 8, day)),
  });

  it('is what has to be done, what was sent, what is graded, what opens later; each by time', () => {
    const works = [
      work('opens later', 'closed', 20),
      work('graded', 'graded', 1),
      work('due late', 'open', 9),
      work('without a date', 'draft', null),
      work('sent', 'submitted', 2),
      work('returned', 'returned', 8),
      work('opens soon', 'closed', 12),
      work('overdue', 'overdue', 3),
    ];
    expect(inListOrder(works).map(({ name }) => name)).toEqual([
      'overdue',
      'returned',
      'due late',
      'without a date',
      'sent',
      'graded',
      'opens soon',
      'opens later',
    ]);
  });

  it('keeps the order given where times are the same', () => {
    const works = [work('first', 'open', 5), work('second', 'draft', 5)];
    expect(inListOrder(works).map(({ name }) => name)).toEqual(['first', 'second']);
  });
});
