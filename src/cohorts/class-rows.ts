import type { Message } from '../platform/access/refusals.js';
import type { ClassPlan } from './cohort-plan.js';

/** The fields of a class row, each a map from the number of the row to what was typed. */
export interface ClassFields {
  className: Record<string, string>;
  /** 1 Monday … 7 Sunday. */
  firstDay: Record<string, string>;
  secondDay: Record<string, string>;
  time: Record<string, string>;
  minutes: Record<string, string>;
  place: Record<string, string>;
  instructor: Record<string, string>;
}

export type ClassField = keyof ClassFields;

/** Rows of the form: more classes than that no cohort of 120 has. */
export const classRows = ['1', '2', '3', '4'] as const;

interface ClassReading {
  classes: ClassPlan[];
  /** By the name of the field in the form, `time[2]`. */
  errors: Record<string, Message>;
}

/** The classes that were filled in: a row without a name is none. `instructors` are those who may be chosen. */
export function readClasses(fields: ClassFields, instructors: ReadonlySet<number>): ClassReading {
  const named = classRows.filter((row) => textOf(fields, 'className', row) !== '');
  if (named.length === 0) return { classes: [], errors: { 'className[1]': { key: 'cohorts.new.noClass' } } };
  const errors = Object.assign({}, ...named.map((row) => errorsOf(fields, row, named, instructors)));
  return { classes: named.map((row) => classOf(fields, row)), errors };
}

const textOf = (fields: ClassFields, field: ClassField, row: string): string => fields[field][row] ?? '';

function errorsOf(
  fields: ClassFields,
  row: string,
  named: readonly string[],
  instructors: ReadonlySet<number>,
): Record<string, Message> {
  const text = (field: ClassField): string => textOf(fields, field, row);
  const isTwin = (other: string): boolean =>
    other < row && textOf(fields, 'className', other).toLowerCase() === text('className').toLowerCase();
  const found: [ClassField, string, boolean][] = [
    ['className', 'cohorts.new.sameName', named.some(isTwin)],
    ['firstDay', 'forms.choose', !isWeekday(text('firstDay'))],
    ['secondDay', 'forms.choose', text('secondDay') !== '' && !isWeekday(text('secondDay'))],
    ['secondDay', 'cohorts.new.sameDay', text('secondDay') !== '' && text('secondDay') === text('firstDay')],
    ['time', 'forms.time', !/^([01]\d|2[0-3]):[0-5]\d$/.test(text('time'))],
    ['minutes', 'cohorts.new.minutes', !isMinutes(text('minutes'))],
    ['place', 'forms.required', text('place') === ''],
    ['instructor', 'forms.choose', text('instructor') !== '' && !instructors.has(Number(text('instructor')))],
  ];
  const wrong = found.filter(([, , isWrong]) => isWrong).map(([field, key]) => [`${field}[${row}]`, { key }]);
  return Object.fromEntries(wrong.toReversed()) as Record<string, Message>;
}

const isWeekday = (text: string): boolean => /^[1-7]$/.test(text);
const isMinutes = (text: string): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= 15 && Number(text) <= 480;

function classOf(fields: ClassFields, row: string): ClassPlan {
  const text = (field: ClassField): string => textOf(fields, field, row);
  const days = [text('firstDay'), text('secondDay')].filter((day) => day !== '').map(Number);
  const [startsAt, minutes, place] = [text('time'), Number(text('minutes')), text('place')];
  return {
    name: text('className'),
    slots: days.map((weekday) => ({ weekday, startsAt, minutes, place })),
    instructorId: text('instructor') === '' ? null : Number(text('instructor')),
  };
}
