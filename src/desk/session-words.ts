import { editionOf } from '../courses/edition.js';
import type { Session } from '../courses/session.entity.js';

/** What the syllabus says of a session in words. */
export type SessionWords = Pick<Session, 'title' | 'summary' | 'outcomes'>;

export const sessionEdition = ({ title, summary, outcomes }: SessionWords): string =>
  editionOf([title, summary, outcomes]);
