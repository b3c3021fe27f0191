import { editionOf } from '../courses/edition.js';
import type { Fact } from '../courses/fact.entity.js';

const FIELDS = ['value', 'unit', 'source', 'checkedOn', 'checkedById', 'expiresOn', 'flag', 'note'] as const;

/** One state of a fact. */
export const factEdition = (fact: Pick<Fact, (typeof FIELDS)[number]>): string =>
  editionOf(FIELDS.map((name) => fact[name]));
