import type { ChangedFields } from './audit-entry.entity.js';

/** Of the fields that are wanted those that are another than before, each with what it was and what it is. */
export function changedFields<Row extends object>(before: Row, wanted: Partial<Row>): ChangedFields {
  const names = Object.keys(wanted) as (keyof Row & string)[];
  const changed = names.filter((name) => before[name] !== wanted[name]);
  return Object.fromEntries(changed.map((name) => [name, { from: before[name], to: wanted[name] }]));
}
