/** What an import did, counted over modules, components, facts, terms, sessions, activities and questions. */
export interface ImportReport {
  created: number;
  /** Of these, title, dates, weights and the like are now as the pack says. */
  changed: number;
  /** Activities and questions whose text is another: old versions stay with who began them. */
  newVersions: number;
  unchanged: number;
  /** Keys of what the course has and the pack has not; they are left as they are. */
  notInPack: string[];
}

export const nothingDone = (): ImportReport => ({
  created: 0,
  changed: 0,
  newVersions: 0,
  unchanged: 0,
  notInPack: [],
});

export function together(reports: readonly ImportReport[]): ImportReport {
  const sum = nothingDone();
  for (const report of reports) {
    for (const count of ['created', 'changed', 'newVersions', 'unchanged'] as const)
      sum[count] += report[count];
    sum.notInPack.push(...report.notInPack);
  }
  return sum;
}
