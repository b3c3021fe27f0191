import type { RequirementOutcome } from '../results/requirements.js';
import { boardView, BoardWish } from './board-view.js';

function row(name: string, nim: string, change: { value?: number | null; campusName?: string } = {}) {
  const { value = 20, campusName = 'UIN' } = change;
  const outcome = { key: 'attendance', value } as RequirementOutcome;
  return {
    enrolmentId: Number(nim),
    name,
    nim,
    campusName,
    status: 'active' as const,
    evaluation: { outcomes: [outcome], qualifies: (value ?? 0) >= 20 },
    certificate: 'none' as const,
  };
}

const rows = [
  row('Suparti', '101', { value: 24 }),
  row('Muhammad Rafi’i', '102', { value: 19 }),
  row('Élsi Bahen', '203', { value: null, campusName: 'IAKN' }),
  row('ahmad Fauzan', '104'),
];

const names = (wish: Partial<BoardWish>) =>
  boardView(rows, { filter: 'all', search: '', order: 'name', ...wish }).map(({ name }) => name);

describe('the view of the board', () => {
  it.each<[string, Partial<BoardWish>, string[]]>([
    ['all, by name', {}, ['ahmad Fauzan', 'Élsi Bahen', 'Muhammad Rafi’i', 'Suparti']],
    ['who qualifies', { filter: 'qualifies' }, ['ahmad Fauzan', 'Suparti']],
    ['who does not yet', { filter: 'not-yet' }, ['Élsi Bahen', 'Muhammad Rafi’i']],
    ['nobody has it', { filter: 'issued' }, []],
    ['a part of a name', { search: 'fau' }, ['ahmad Fauzan']],
    ['an accent left out', { search: 'elsi' }, ['Élsi Bahen']],
    ['another apostrophe', { search: "Rafi'i" }, ['Muhammad Rafi’i']],
    ['a part of a NIM', { search: '10' }, ['ahmad Fauzan', 'Muhammad Rafi’i', 'Suparti']],
    [
      'by campus, then name',
      { order: 'campus' },
      ['Élsi Bahen', 'ahmad Fauzan', 'Muhammad Rafi’i', 'Suparti'],
    ],
    [
      'by a requirement',
      { order: 'attendance' },
      ['Élsi Bahen', 'Muhammad Rafi’i', 'ahmad Fauzan', 'Suparti'],
    ],
    ['by nothing known', { order: 'x' }, ['ahmad Fauzan', 'Élsi Bahen', 'Muhammad Rafi’i', 'Suparti']],
  ])('%s', (_what, wish, expected) => {
    expect(names(wish)).toEqual(expected);
  });
});
