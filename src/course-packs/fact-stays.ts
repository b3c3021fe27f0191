import type { Fact } from '../courses/fact.entity.js';
import type { PackFact } from './course-pack.js';

/** A value that a person has checked since the pack's day stays as that person left it. */
export const factStays = (
  before: Pick<Fact, 'checkedById' | 'checkedOn'>,
  { checkedOn }: Pick<PackFact, 'checkedOn'>,
): boolean => before.checkedById !== null && before.checkedOn >= checkedOn;
