import { editionOf } from '../courses/edition.js';
import type { StatedTerm } from './stated-term.js';

/** One state of a term. */
export const termEdition = ({ term, aliases, meaning }: StatedTerm): string =>
  editionOf([term, aliases, meaning]);
