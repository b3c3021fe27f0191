import { checkMarkdown } from '../platform/markdown/render-markdown.js';
import type { PackSession } from './course-pack.js';

/** The names of the pictures that the texts of a course show. */
export function shownPictures(sessions: readonly Pick<PackSession, 'activities'>[]): Set<string> {
  const texts = sessions.flatMap(({ activities }) =>
    activities.flatMap((activity) => {
      if (activity.kind === 'quiz') return [];
      return activity.kind === 'lesson' ? [activity.content.markdown] : [activity.content.instructions];
    }),
  );
  return new Set(texts.flatMap((text) => [...checkMarkdown(text, {}).pictures]));
}
