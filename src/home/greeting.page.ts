import { shortName } from '../people/person-name.js';
import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import { partOfDay } from './greeting.js';

/** How every first page begins: the name and the day. */
export const greetingPage = ({ displayName }: Pick<Actor, 'displayName'>, now: Date, words: Words) => ({
  title: 'home.title',
  greeting: words.t(`home.greeting.${partOfDay(words.hour(now))}`, { name: shortName(displayName) }),
  today: words.day(now),
});
