/** Rows on one page of a long list. */
const ROWS = 50;

export interface PageOfRows<T> {
  rows: T[];
  /** From 1. */
  page: number;
  hasNext: boolean;
}

/** Reads one page of a list, and one row more to know whether another follows. `read` gets TypeORM's find options. */
export async function pageOfRows<T>(
  page: number,
  read: (rows: { skip: number; take: number }) => Promise<T[]>,
): Promise<PageOfRows<T>> {
  const rows = await read({ skip: (page - 1) * ROWS, take: ROWS + 1 });
  return { rows: rows.slice(0, ROWS), page, hasNext: rows.length > ROWS };
}

/** The same of a list that is in memory. */
export const pageOf = <T>(all: readonly T[], page: number): PageOfRows<T> => ({
  rows: all.slice((page - 1) * ROWS, page * ROWS),
  page,
  hasNext: all.length > page * ROWS,
});

interface Pager {
  page: number;
  previous: string | null;
  next: string | null;
}

/** What the partial `pager` shows; null where the list fits on one page. `query` is what it is filtered by. */
export function pager(
  path: string,
  query: Record<string, string>,
  { page, hasNext }: PageOfRows<unknown>,
): Pager | null {
  if (page === 1 && !hasNext) return null;
  const link = (to: number): string => {
    const given = Object.entries(query).filter(([, value]) => value !== '');
    return `${path}?${new URLSearchParams([...given, ['page', String(to)]]).toString()}`;
  };
  return { page, previous: page > 1 ? link(page - 1) : null, next: hasNext ? link(page + 1) : null };
}
