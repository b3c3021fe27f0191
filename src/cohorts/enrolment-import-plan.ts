import type { EnrolmentRow, RowProblem } from './enrolment-csv.js';
import type { EnrolmentStatus } from './enrolment.entity.js';
import type { GroupKind } from './group.entity.js';

/** A person whom a row of the list may mean. */
interface KnownPerson {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
}

interface KnownStudent {
  recordId: number;
  person: KnownPerson;
  studyProgramme: string;
}

export interface KnownEnrolment {
  id: number;
  status: EnrolmentStatus;
  /** Ids of the groups that it is in. */
  groups: Partial<Record<GroupKind, number>>;
}

/** What stands in the database, as far as the list speaks of it. */
export interface KnownFacts {
  /** Ids by every name that a list may use, in lower case. */
  campuses: ReadonlyMap<string, number>;
  /** By `studentKey`. */
  students: ReadonlyMap<string, KnownStudent>;
  /** Who has an address or number. */
  contacts: ReadonlyMap<string, number>;
  /** Of this cohort, by person. */
  enrolments: ReadonlyMap<number, KnownEnrolment>;
  /** Ids of this cohort's groups, by `groupKey`. */
  groups: ReadonlyMap<string, number>;
}

/** new: a new person · enrolled: a known person, new in the cohort · changed: other groups or contacts · same. */
export type RowOutcome = 'new' | 'enrolled' | 'changed' | 'same' | 'withdrawn';

export interface PlannedRow {
  row: EnrolmentRow;
  outcome: RowOutcome;
  campusId: number;
  student: KnownStudent | null;
  enrolment: KnownEnrolment | null;
}

export interface ImportPlan {
  rows: PlannedRow[];
  problems: RowProblem[];
}

export const studentKey = (campusId: number, nim: string): string => `${campusId} ${nim}`;
export const groupKey = (kind: GroupKind, name: string): string => `${kind} ${name.toLowerCase()}`;

/** The groups that a row names. */
export const groupsOf = ({ className, team, pair }: EnrolmentRow): [GroupKind, string][] =>
  (
    [
      ['class', className],
      ['team', team],
      ['pair', pair],
    ] as [GroupKind, string][]
  ).filter(([, name]) => name !== '');

/**
 * What a list of students would do. Students are known by campus and NIM, so that the same list again changes
 * nothing. A list never renames anybody, never takes somebody out of a group without naming another, and never
 * brings back who has withdrawn.
 */
export function planImport(rows: readonly EnrolmentRow[], known: KnownFacts): ImportPlan {
  const seen = new Map<string, number>();
  const planned = rows.map((row) => planRow(row, known));
  const problems = planned.flatMap((one) => [...problemsOf(one, known), ...repeats(one, seen)]);
  return { rows: planned, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function planRow(row: EnrolmentRow, known: KnownFacts): PlannedRow {
  const campusId = known.campuses.get(row.campus.toLowerCase()) ?? 0;
  const student = known.students.get(studentKey(campusId, row.nim)) ?? null;
  const enrolment = student && (known.enrolments.get(student.person.id) ?? null);
  return { row, campusId, student, enrolment, outcome: outcomeOf(row, student, enrolment, known) };
}

function outcomeOf(
  row: EnrolmentRow,
  student: KnownStudent | null,
  enrolment: KnownEnrolment | null,
  known: KnownFacts,
): RowOutcome {
  if (!student) return 'new';
  if (!enrolment) return 'enrolled';
  if (enrolment.status === 'withdrawn') return 'withdrawn';
  const staysInGroups = groupsOf(row).every(
    ([kind, name]) => known.groups.get(groupKey(kind, name)) === enrolment.groups[kind],
  );
  return staysInGroups && !hasNews(row, student) ? 'same' : 'changed';
}

function hasNews(row: EnrolmentRow, { person, studyProgramme }: KnownStudent): boolean {
  const isNews = (given: string | null, stands: string | null) => !!given && given !== stands;
  return (
    isNews(row.email, person.email) ||
    isNews(row.phone, person.phone) ||
    isNews(row.studyProgramme, studyProgramme)
  );
}

function problemsOf({ row, campusId, student }: PlannedRow, known: KnownFacts): RowProblem[] {
  const at = (name: string, values: RowProblem['values'] = {}) => problem(row.line, name, values);
  const owns = (contact: string | null): boolean => {
    const owner = contact === null ? undefined : known.contacts.get(contact);
    return owner === undefined || owner === student?.person.id;
  };
  return [
    ...(row.campus !== '' && campusId === 0 ? [at('unknownCampus', { text: row.campus })] : []),
    ...(row.className !== '' && !known.groups.has(groupKey('class', row.className))
      ? [at('unknownClass', { text: row.className })]
      : []),
    ...(student && plain(student.person.name) !== plain(row.name)
      ? [at('otherName', { nim: row.nim, name: student.person.name })]
      : []),
    ...(owns(row.email) ? [] : [at('emailTaken', { text: row.email ?? '' })]),
    ...(owns(row.phone) ? [] : [at('phoneTaken', { text: row.phone ?? '' })]),
  ];
}

/** What must not stand twice in one list; `seen` holds the lines of what came before. */
function repeats({ row, campusId }: PlannedRow, seen: Map<string, number>): RowProblem[] {
  const unique: [string, string | null][] = [
    ['repeatedNim', row.nim && studentKey(campusId, row.nim)],
    ['repeatedEmail', row.email],
    ['repeatedPhone', row.phone],
  ];
  return unique.flatMap(([name, value]) => {
    if (!value) return [];
    const earlier = seen.get(value);
    seen.set(value, earlier ?? row.line);
    return earlier === undefined ? [] : [problem(row.line, name, { line: earlier })];
  });
}

const problem = (line: number, name: string, values: RowProblem['values']): RowProblem => ({
  line,
  key: `cohorts.import.problems.${name}`,
  values,
});

/** Capitals, apostrophes and spaces differ from list to list, and mean nobody else. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ');
