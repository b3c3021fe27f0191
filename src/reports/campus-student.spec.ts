import type { Evaluation } from '../results/requirements.js';
import { type CampusStudent, campusState, matchingStudents } from './campus-student.js';

const judged = (qualifies: boolean): Evaluation => ({
  qualifies,
  outcomes: [{} as Evaluation['outcomes'][number]],
});
const student = (name: string, nim: string, evaluation: Evaluation, isWithdrawn = false): CampusStudent => ({
  name,
  nim,
  studyProgramme: '',
  isWithdrawn,
  evaluation,
  standing: {} as CampusStudent['standing'],
});

describe('how far a student is', () => {
  it.each([
    ['qualifies', judged(true), false],
    ['on-the-way', judged(false), false],
    ['withdrawn', judged(true), true],
  ])('is %s', (state, evaluation, isWithdrawn) => {
    expect(campusState(student('Norlaila', '1', evaluation, isWithdrawn))).toBe(state);
  });
});

describe('the students found', () => {
  const all = [
    student('Norlaila', '2411', judged(true)),
    student('Deri', '2412', judged(false)),
    student('Rusmini', '2413', judged(false), true),
  ];

  it.each([
    ['', null, 'Norlaila Deri Rusmini'],
    ['NOR', null, 'Norlaila'],
    ['241', 'on-the-way', 'Deri'],
    ['', 'withdrawn', 'Rusmini'],
    ['x', null, ''],
  ] as const)('by %p and %p are %p', (search, state, names) => {
    expect(
      matchingStudents(all, { search, state })
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });
});
