import type { Words } from '../platform/i18n/words.js';

/** "Elsi Bahen, Norlaila, dan Deri Kasan" */
export const namesOf = (members: readonly { name: string }[], words: Words): string =>
  new Intl.ListFormat(words.language).format(members.map(({ name }) => name));
