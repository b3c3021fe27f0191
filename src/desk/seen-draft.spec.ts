import { seenOf } from './seen-draft.js';

describe('what an editor has seen', () => {
  it.each<[string, { id: number; seq: number } | null, number | null, string]>([
    ['nothing at all', null, null, '0.0'],
    ['the published version', null, 7, '0.7'],
    ['a draft', { id: 3, seq: 1 }, 7, '3.1'],
    ['a draft saved again', { id: 3, seq: 2 }, 7, '3.2'],
    ['another draft, saved as often', { id: 4, seq: 1 }, 7, '4.1'],
  ])('of %s', (_what, draft, current, seen) => {
    expect(seenOf(draft, current)).toBe(seen);
  });
});
