import { changedFields } from './changed-fields.js';

describe('the fields that a change touches', () => {
  const before = { title: 'Lama', weight: 1, passMark: null as number | null };

  it.each([
    ['nothing wanted', {}, {}],
    ['the same', { title: 'Lama', passMark: null }, {}],
    ['one of two', { title: 'Baru', weight: 1 }, { title: { from: 'Lama', to: 'Baru' } }],
    ['from nothing', { passMark: 7000 }, { passMark: { from: null, to: 7000 } }],
  ])('%s', (_what, wanted, expected) => {
    expect(changedFields(before, wanted)).toEqual(expected);
  });
});
