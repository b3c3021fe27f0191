import { halfUp } from '../platform/half-up.js';

const MOST = 10;

/** A peer factor is a whole number of per cent from −10 to +10. */
export const isPeerFactor = (factor: number): boolean => Number.isInteger(factor) && Math.abs(factor) <= MOST;

/**
 * One member's part of a group's grade, in 1/100 of a point: the grade raised or lowered by so many per cent of
 * itself, half up, never above 100. Without a factor (0) it is the group's grade.
 */
export function memberScore(groupScore: number, factor: number): number {
  if (!isPeerFactor(factor))
    throw new RangeError(`a peer factor lies between -${MOST} and ${MOST}: ${factor}`);
  return Math.min(10_000, halfUp(groupScore * (100 + factor), 100));
}
