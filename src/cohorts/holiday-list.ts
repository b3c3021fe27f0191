import { isRecord } from '../courses/content-check.js';

/** A day on which no meeting is planned. An estimate may still move, and staff confirm it before a cohort opens. */
export interface HolidayRow {
  date: string;
  name: string;
  certainty: 'certain' | 'estimate';
}

const CERTAINTY: Record<string, HolidayRow['certainty']> = { pasti: 'certain', perkiraan: 'estimate' };

/**
 * The holidays of one year from their file (`content/holidays/2027.yaml`, already parsed, its dates as text). Throws
 * an error that names the row where one has no date of that year, no name or no certainty, or a date stands twice.
 */
export function readHolidays(file: unknown): HolidayRow[] {
  if (!isRecord(file) || !Array.isArray(file.days))
    throw new TypeError('a list of holidays has `year` and `days`');
  const rows = file.days.map((day, index) => readRow(day, file.year, index + 1));
  const twice = rows.find(({ date }, index) => rows.findIndex((other) => other.date === date) < index);
  if (twice) throw new TypeError(`holiday ${twice.date} stands twice`);
  return rows;
}

function readRow(day: unknown, year: unknown, number: number): HolidayRow {
  const { date, name, certainty } = isRecord(day) ? day : {};
  const known = typeof certainty === 'string' ? CERTAINTY[certainty] : undefined;
  if (!isDateOf(date, year)) throw new TypeError(`holiday ${number} has no date in ${String(year)}`);
  if (typeof name !== 'string' || name === '') throw new TypeError(`holiday ${number} has no name`);
  if (!known) throw new TypeError(`holiday ${number} is neither pasti nor perkiraan`);
  return { date, name, certainty: known };
}

function isDateOf(date: unknown, year: unknown): date is string {
  if (typeof date !== 'string' || !date.startsWith(`${String(year)}-`)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === date;
}
