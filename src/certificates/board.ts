import type { Evaluation } from '../results/requirements.js';
import { certificateNumber } from './certificate-number.js';

/** One enrolment before the board. */
export interface BoardRow {
  readonly enrolmentId: number;
  readonly name: string;
  readonly nim: string;
  readonly status: 'active' | 'withdrawn' | 'finished';
  readonly evaluation: Evaluation;
  readonly certificate: 'none' | 'proposed' | 'published' | 'revoked';
}

/** Where a row belongs; each row belongs to one group. */
export type BoardGroup = 'issued' | 'proposed' | 'withdrawn' | 'qualifies' | 'not-yet';

/** One certificate that a proposal would lead to, with the number that it would get as things stand now. */
interface ExpectedCertificate {
  readonly enrolmentId: number;
  readonly name: string;
  readonly serial: number;
  readonly number: string;
}

/** Why somebody who was chosen gets nothing: the group, or facts that no certificate can be made of. */
export type LeftOutBecause = Exclude<BoardGroup, 'qualifies'> | 'unprintable';

export interface BoardPreview {
  readonly expected: readonly ExpectedCertificate[];
  /** Chosen rows that get nothing, and what keeps them out. */
  readonly leftOut: readonly { readonly row: BoardRow; readonly because: LeftOutBecause }[];
}

export interface NumberSeries {
  /** The serial that the next certificate of the cohort gets. */
  readonly next: number;
  readonly template: string;
  readonly cohortOrdinal: number;
  /** The local date that the certificates will bear, as 2027-11-18. */
  readonly issuedOn: string;
}

/**
 * What a certificate says comes first: once issued, a row stays issued, even revoked, for a reissue is another
 * matter and keeps the number. Who has withdrawn gets none, whatever the scores.
 */
export function boardGroup({ certificate, status, evaluation }: BoardRow): BoardGroup {
  if (certificate === 'published' || certificate === 'revoked') return 'issued';
  if (certificate === 'proposed') return 'proposed';
  if (status === 'withdrawn') return 'withdrawn';
  return evaluation.qualifies ? 'qualifies' : 'not-yet';
}

/** How many rows each group holds. */
export function boardCounts(rows: readonly BoardRow[]): Record<BoardGroup, number> {
  const counts = { issued: 0, proposed: 0, withdrawn: 0, qualifies: 0, 'not-yet': 0 };
  for (const row of rows) counts[boardGroup(row)] += 1;
  return counts;
}

/**
 * Exactly who would get what if the chosen rows were proposed now. `unprintable` are enrolments of whose facts no
 * certificate can be made. The numbers are an expectation: they are drawn when the batch is published, in this same
 * order, from wherever the series stands by then.
 */
export function previewBatch(
  rows: readonly BoardRow[],
  chosen: ReadonlySet<number>,
  series: NumberSeries,
  unprintable: ReadonlySet<number> = new Set(),
): BoardPreview {
  const judged = inIssueOrder(rows.filter((row) => chosen.has(row.enrolmentId))).map((row) => ({
    row,
    because: barrierOf(row, unprintable),
  }));
  const leftOut = judged.flatMap(({ row, because }) => (because ? [{ row, because }] : []));
  const expected = judged
    .filter(({ because }) => because === null)
    .map(({ row: { enrolmentId, name } }, index) => {
      const serial = series.next + index;
      return { enrolmentId, name, serial, number: certificateNumber(series.template, { ...series, serial }) };
    });
  return { expected, leftOut };
}

function barrierOf(row: BoardRow, unprintable: ReadonlySet<number>): LeftOutBecause | null {
  const group = boardGroup(row);
  if (group !== 'qualifies') return group;
  return unprintable.has(row.enrolmentId) ? 'unprintable' : null;
}

const BY_NAME = new Intl.Collator('id');

/** The order in which certificates are numbered: by name, then NIM, then enrolment, so that nothing is left to chance. */
export function inIssueOrder<Row extends Pick<BoardRow, 'name' | 'nim' | 'enrolmentId'>>(
  rows: readonly Row[],
): Row[] {
  return rows.toSorted(
    (one, other) =>
      BY_NAME.compare(one.name, other.name) ||
      BY_NAME.compare(one.nim, other.nim) ||
      one.enrolmentId - other.enrolmentId,
  );
}
