interface DatedName {
  name: string;
  shortName: string;
  /** First day, 2025-05-08. */
  validFrom: string;
}

/** What a campus was called on a day (2027-11-18); before its first dated name, that first one. */
export function nameOnDay(names: readonly DatedName[], day: string): { name: string; shortName: string } {
  const inOrder = names.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const valid = inOrder.findLast(({ validFrom }) => validFrom <= day) ?? inOrder[0];
  return { name: valid?.name ?? '', shortName: valid?.shortName ?? '' };
}
