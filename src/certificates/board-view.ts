import { boardGroup, BoardGroup, BoardRow } from './board.js';

export const boardFilters = ['all', 'qualifies', 'not-yet', 'proposed', 'withdrawn', 'issued'] as const;
export type BoardFilter = (typeof boardFilters)[number];

export interface BoardWish {
  readonly filter: BoardFilter;
  /** Part of a name or of a NIM; empty for all. */
  readonly search: string;
  /** `name`, `campus` or the key of a requirement. */
  readonly order: string;
}

type Row = BoardRow & { readonly campusName: string };

/**
 * The rows that somebody asks for, in their order: by name, by campus, or by what was reached of a requirement, the
 * lowest first, since those rows are the ones to look at. What nobody knows as an order is by name.
 */
export function boardView<Line extends Row>(rows: readonly Line[], wish: BoardWish): Line[] {
  const search = folded(wish.search);
  const wanted = rows.filter(
    (row) => isIn(boardGroup(row), wish.filter) && folded(`${row.name} ${row.nim}`).includes(search),
  );
  return wanted.toSorted((a, b) => compare(a, b, wish.order) || BY_NAME.compare(a.name, b.name));
}

const BY_NAME = new Intl.Collator('id');

function isIn(group: BoardGroup, filter: BoardFilter): boolean {
  return filter === 'all' || group === filter;
}

function compare(a: Row, b: Row, order: string): number {
  if (order === 'campus') return BY_NAME.compare(a.campusName, b.campusName);
  return valueOf(a, order) - valueOf(b, order);
}

function valueOf({ evaluation }: Row, key: string): number {
  return evaluation.outcomes.find((outcome) => outcome.key === key)?.value ?? -1;
}

/** Without case and diacritics, so that a name is found however it is typed. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase()
    .trim();
}
