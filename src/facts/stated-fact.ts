import type { Fact, FactFlag } from '../courses/fact.entity.js';

export const factFlags: readonly FactFlag[] = ['changing', 'conflicting', 'unverified'];

/** What a person can say of a fact; that they looked today comes with it. */
export type StatedFact = Pick<Fact, 'value' | 'unit' | 'source' | 'expiresOn' | 'flag' | 'note'>;
