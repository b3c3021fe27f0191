import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { termAnchor, termPlace } from '../platform/markdown/terms.js';

/** The words of a text with their meanings; `places` where the text names the place of each, to go back to it. */
export const explainedTerms = (terms: readonly GlossaryTerm[], { places }: { places: boolean }) =>
  terms.map(({ key, term, meaning }) => ({
    anchor: termAnchor(key),
    term,
    meaning,
    place: places ? `#${termPlace(key)}` : null,
  }));
