import type { Words } from '../platform/i18n/words.js';
import { Form } from '../platform/web/form.js';
import { type ClassField, type ClassFields, classRows } from './class-rows.js';
import type { CohortForm } from './cohort.form.js';

interface Choices {
  courses: readonly { id: number; title: string }[];
  instructors: readonly { id: number; name: string }[];
}

const classFields: readonly ClassField[] = [
  'className',
  'firstDay',
  'secondDay',
  'time',
  'minutes',
  'place',
  'instructor',
];

/** What a row says before anybody has typed: the usual two afternoons. */
const usual: Partial<Record<ClassField, string>> = {
  firstDay: '2',
  secondDay: '4',
  time: '15:30',
  minutes: '120',
};

/** The form of a new cohort for the first time, with the next ordinal. */
export function freshCohortPage(choices: Choices, ordinal: number, words: Words) {
  const rows = classRows.flatMap((row) =>
    Object.entries(usual).map(([field, value]) => [`${field}[${row}]`, value]),
  );
  const course = choices.courses[0]?.id;
  return newCohortPage(choices, Form.showing({ course, ordinal, ...Object.fromEntries(rows) }), words);
}

/** The same again, as it was typed: the fields of the class rows stand under names of their own. */
export function rejectedCohortPage(choices: Choices, form: Form<CohortForm>, words: Words) {
  const fields: ClassFields = form.value;
  const rows = classFields.flatMap((field) =>
    Object.entries(fields[field] ?? {}).map(([row, value]) => [`${field}[${row}]`, value]),
  );
  const shown = Form.showing<Record<string, unknown>>({ ...form.values, ...Object.fromEntries(rows) });
  return newCohortPage(choices, Object.assign(shown, { errors: form.errors }), words);
}

const newCohortPage = ({ courses, instructors }: Choices, form: Form<object>, words: Words) => ({
  title: 'cohorts.new.title',
  form,
  hasErrors: !form.ok,
  courses: courses.map(({ id, title }) => ({ value: id, text: title })),
  instructors: instructors.map(({ id, name }) => ({ value: id, text: name })),
  weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, text: words.t(`cohorts.weekdays.${day}`) })),
  rows: classRows.map((row) => ({
    legend: words.t('cohorts.new.classNumber', { number: row }),
    names: Object.fromEntries(classFields.map((field) => [field, `${field}[${row}]`])),
  })),
});
