import * as fc from 'fast-check';
import { advanceBatch, Batch, BatchAction, BatchState } from './batch-states.js';

const PROPOSER = 1;
const SECOND = 2;
const noon = new Date('2027-11-18T05:00:00Z');
const evening = new Date('2027-11-18T11:00:00Z');

const confirm = (by = SECOND): BatchAction => ({ kind: 'confirm', by, publishAfter: evening });
const publish: BatchAction = { kind: 'publish' };
const cancel: BatchAction = { kind: 'cancel' };
const undo: BatchAction = { kind: 'undo' };

const twoPeople = { onePersonOffice: false };
const onePerson = { onePersonOffice: true };

function batch(state: BatchState): Batch {
  const isConfirmed = state === 'confirmed' || state === 'published' || state === 'undone';
  return {
    state,
    proposedById: PROPOSER,
    confirmedById: isConfirmed ? SECOND : null,
    publishAfter: isConfirmed ? evening : null,
  };
}

describe('a batch', () => {
  it.each<[BatchState, BatchAction['kind'], BatchState | null]>([
    ['proposed', 'confirm', 'confirmed'],
    ['proposed', 'publish', null],
    ['proposed', 'cancel', 'cancelled'],
    ['proposed', 'undo', null],
    ['confirmed', 'confirm', null],
    ['confirmed', 'publish', 'published'],
    ['confirmed', 'cancel', null],
    ['confirmed', 'undo', 'undone'],
    ['published', 'confirm', null],
    ['published', 'publish', null],
    ['published', 'cancel', null],
    ['published', 'undo', null],
    ['cancelled', 'confirm', null],
    ['cancelled', 'publish', null],
    ['cancelled', 'cancel', null],
    ['cancelled', 'undo', null],
    ['undone', 'confirm', null],
    ['undone', 'publish', null],
    ['undone', 'cancel', null],
    ['undone', 'undo', null],
  ])('that is %s: %s → %s', (state, kind, next) => {
    const action = [confirm(), publish, cancel, undo].find((each) => each.kind === kind) ?? publish;
    expect(advanceBatch(batch(state), action, twoPeople, evening)).toEqual(
      next
        ? { batch: expect.objectContaining({ state: next }) }
        : { refusal: { reason: 'wrong-state', state } },
    );
  });

  it('remembers who confirmed it and when it may be published', () => {
    expect(advanceBatch(batch('proposed'), confirm(), twoPeople, noon)).toEqual({
      batch: batch('confirmed'),
    });
  });

  it('needs a second person', () => {
    expect(advanceBatch(batch('proposed'), confirm(PROPOSER), twoPeople, noon)).toEqual({
      refusal: { reason: 'same-person' },
    });
  });

  it('is confirmed by its proposer where the office has one person only', () => {
    expect(advanceBatch(batch('proposed'), confirm(PROPOSER), onePerson, noon)).toMatchObject({
      batch: { state: 'confirmed', confirmedById: PROPOSER },
    });
  });

  it.each([
    ['at noon', noon, false],
    ['a moment before its time', new Date(evening.getTime() - 1), false],
    ['at its time', evening, true],
  ])('is published %s: %s', (_when, now, isPublished) => {
    const decision = advanceBatch(batch('confirmed'), publish, twoPeople, now);
    expect(decision).toEqual(
      isPublished
        ? { batch: { ...batch('confirmed'), state: 'published' } }
        : { refusal: { reason: 'too-early', publishAfter: evening } },
    );
  });

  it('may be undone until it is published, also after its time', () => {
    const late = new Date(evening.getTime() + 60_000);
    expect(advanceBatch(batch('confirmed'), undo, twoPeople, late)).toMatchObject({
      batch: { state: 'undone' },
    });
  });

  it('is never published without a second person, whatever is done to it', () => {
    const action = fc.oneof(
      fc.constantFrom(PROPOSER, SECOND, 3).map((by) => confirm(by)),
      fc.constantFrom(publish, cancel, undo),
    );
    const step = fc.tuple(action, fc.constantFrom(noon, evening));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        let now = batch('proposed');
        for (const [what, at] of steps) {
          const decision = advanceBatch(now, what, twoPeople, at);
          if ('batch' in decision) now = decision.batch;
          if ('batch' in decision && now.state === 'published') expect(at).toEqual(evening);
        }
        if (now.state === 'published') expect([SECOND, 3]).toContain(now.confirmedById);
      }),
    );
  });
});
