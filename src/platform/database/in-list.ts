/** The places of `IN (…)` in SQL that is written out; of no values, one that nothing equals. */
export const inList = (values: readonly unknown[]): string =>
  values.length === 0 ? 'NULL' : values.map(() => '?').join(', ');
