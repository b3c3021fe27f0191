import { createHash } from 'node:crypto';
import type { Fact } from '../courses/fact.entity.js';

const FIELDS = ['value', 'unit', 'source', 'checkedOn', 'checkedById', 'expiresOn', 'flag', 'note'] as const;

/** Names one state of a fact: a page sends back the one that it showed, and another means that it has changed. */
export function editionOf(fact: Pick<Fact, (typeof FIELDS)[number]>): string {
  const state = JSON.stringify(FIELDS.map((name) => fact[name]));
  return createHash('sha256').update(state).digest('hex').slice(0, 16);
}
