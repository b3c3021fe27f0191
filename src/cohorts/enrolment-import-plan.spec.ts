import type { EnrolmentRow } from './enrolment-csv.js';
import { groupKey, type KnownFacts, planImport, studentKey } from './enrolment-import-plan.js';

const row = (change: Partial<EnrolmentRow> = {}): EnrolmentRow => ({
  line: 2,
  nim: '87',
  name: 'Norlaila',
  campus: 'UIN',
  studyProgramme: '',
  email: null,
  phone: null,
  className: 'Kelas A',
  team: '',
  pair: '',
  ...change,
});

const norlaila = {
  recordId: 70,
  studyProgramme: 'Ekonomi Syariah',
  person: { id: 7, name: 'Norlaila', email: 'norlaila@contoh.test', phone: null },
};
const known = (change: Partial<KnownFacts> = {}): KnownFacts => ({
  campuses: new Map([
    ['uin', 1],
    ['iakn', 2],
  ]),
  students: new Map([[studentKey(1, '87'), norlaila]]),
  contacts: new Map([
    ['norlaila@contoh.test', 7],
    ['suparti@contoh.test', 8],
    ['+6281200000008', 8],
  ]),
  enrolments: new Map([[7, { id: 700, status: 'active', groups: { class: 10, team: 20 } }]]),
  groups: new Map([
    [groupKey('class', 'Kelas A'), 10],
    [groupKey('class', 'Kelas B'), 11],
    [groupKey('team', 'Kelompok 1'), 20],
  ]),
  ...change,
});

const outcomeOf = (change: Partial<EnrolmentRow>, facts: Partial<KnownFacts> = {}) =>
  planImport([row(change)], known(facts)).rows[0]?.outcome;
const problemsOf = (rows: Partial<EnrolmentRow>[]) =>
  planImport(
    rows.map((change, index) => row({ line: index + 2, ...change })),
    known(),
  ).problems.map(({ line, key }) => `${line} ${key.split('.').at(-1)}`);

describe('what a row of the list does', () => {
  it.each([
    ['nothing, where all stands already', {}, {}, 'same'],
    ['nothing, where only capitals differ', { className: 'KELAS A', campus: 'uin' }, {}, 'same'],
    ['another class', { className: 'Kelas B' }, {}, 'changed'],
    ['a team more', { team: 'Kelompok 9' }, {}, 'changed'],
    ['the same team named', { team: 'Kelompok 1' }, {}, 'same'],
    ['a phone number', { phone: '+6281200000009' }, {}, 'changed'],
    ['the same address again', { email: 'norlaila@contoh.test' }, {}, 'same'],
    ['a known student new in the cohort', {}, { enrolments: new Map() }, 'enrolled'],
    ['the same NIM at another campus', { campus: 'IAKN' }, {}, 'new'],
    [
      'somebody who has withdrawn',
      { className: 'Kelas B' },
      { enrolments: new Map([[7, { id: 700, status: 'withdrawn', groups: {} }]]) },
      'withdrawn',
    ],
  ] satisfies [string, Partial<EnrolmentRow>, Partial<KnownFacts>, string][])(
    '%s',
    (_what, change, facts, outcome) => {
      expect(outcomeOf(change, facts)).toBe(outcome);
    },
  );
});

describe('what is wrong with a list', () => {
  it.each([
    ['nothing', [{}], []],
    ['an unknown campus', [{ campus: 'UPR' }], ['2 unknownCampus']],
    ['an unknown class', [{ className: 'Kelas Z' }], ['2 unknownClass']],
    ['the NIM of somebody else', [{ name: 'Suparti' }], ['2 otherName']],
    ['an address that somebody else has', [{ email: 'suparti@contoh.test' }], ['2 emailTaken']],
    ['a number that somebody else has', [{ nim: '99', phone: '+6281200000008' }], ['2 phoneTaken']],
    ['the same student twice', [{}, {}], ['3 repeatedNim']],
    [
      'the same address twice',
      [
        { nim: '1', email: 'x@contoh.test' },
        { nim: '2', email: 'x@contoh.test' },
      ],
      ['3 repeatedEmail'],
    ],
    [
      'the same number twice',
      [
        { nim: '1', phone: '+6281200000001' },
        { nim: '2', phone: '+6281200000001' },
      ],
      ['3 repeatedPhone'],
    ],
    ['the same NIM at two campuses', [{ nim: '1' }, { nim: '1', campus: 'IAKN' }], []],
  ] satisfies [string, Partial<EnrolmentRow>[], string[]][])('%s', (_what, rows, problems) => {
    expect(problemsOf(rows)).toEqual(problems);
  });

  it('is not that a name is written with another apostrophe', () => {
    const rafii = { ...norlaila, person: { ...norlaila.person, name: 'Muhammad Rafi’i' } };
    const students = new Map([[studentKey(1, '87'), rafii]]);
    expect(planImport([row({ name: "MUHAMMAD  RAFI'I" })], known({ students })).problems).toEqual([]);
  });
});
