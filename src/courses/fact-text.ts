import type { Words } from '../platform/i18n/words.js';
import type { FactText } from '../platform/markdown/reading.js';

/** A value that has to be checked before a cohort starts, as far as readers see it. */
interface CheckedFact {
  value: string;
  unit: string | null;
  /** Short: `PP 7/2021`. */
  source: string;
  /** `2026-11-24` */
  checkedOn: string;
}

/** How a text shows a fact: its value, and in brackets when and where it was checked. */
export function factText({ value, unit, source, checkedOn }: CheckedFact, words: Words): FactText {
  const date = words.date(new Date(`${checkedOn}T12:00:00Z`));
  return {
    value: unit === null ? value : `${value} ${unit}`,
    note: words.t('markdown.factNote', { date, source }),
  };
}
