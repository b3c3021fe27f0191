/** One named part of a text, in words: "Pilihan A", "Bobot Bukti". */
export interface NamedLine {
  label: string;
  text: string;
}

export interface LineDifference {
  label: string;
  /** '' where the part is not in one of the two. */
  before: string;
  after: string;
}

/** The parts in which two texts differ, in the order of the first, then those that only the second has. */
export function lineDifferences(before: readonly NamedLine[], after: readonly NamedLine[]): LineDifference[] {
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  const textIn = (lines: readonly NamedLine[], label: string): string =>
    lines.find((line) => line.label === label)?.text ?? '';
  return labels
    .map((label) => ({ label, before: textIn(before, label), after: textIn(after, label) }))
    .filter((difference) => difference.before !== difference.after);
}
