import { createHash } from 'node:crypto';

/** Names one state of what a page shows: it sends the name back, and another means that the state has changed. */
export const editionOf = (state: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 16);
