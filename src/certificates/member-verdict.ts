import { boardGroup, BoardRow, LeftOutBecause } from './board.js';

interface JudgedMember {
  /** The edition that a reissue takes the place of; null for a first certificate. */
  readonly replacesId: number | null;
}

/** The enrolment as it stands now, apart from the batch that is judged. */
export interface JudgedRow extends BoardRow {
  readonly latestCertificateId: number | null;
  /** A certificate can be made of the facts. */
  readonly isPrintable: boolean;
}

/**
 * Why a member of a batch no longer gets what was proposed; null where nothing is in the way. It is asked again when
 * the batch is confirmed and when it is published, for scores move. A reissue asks for the requirements too, and
 * for the edition that was looked at being the latest still.
 */
export function leftOutBecause(member: JudgedMember, row: JudgedRow | undefined): LeftOutBecause | null {
  if (!row) return 'withdrawn';
  const because = member.replacesId === null ? firstBarrier(row) : reissueBarrier(member, row);
  return because ?? (row.isPrintable ? null : 'unprintable');
}

function firstBarrier(row: JudgedRow): LeftOutBecause | null {
  const group = boardGroup(row);
  return group === 'qualifies' ? null : group;
}

function reissueBarrier({ replacesId }: JudgedMember, row: JudgedRow): LeftOutBecause | null {
  if (row.latestCertificateId !== replacesId) return 'issued';
  return row.evaluation.qualifies ? null : 'not-yet';
}
