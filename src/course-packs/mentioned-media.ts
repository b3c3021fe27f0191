import { checkMarkdown } from '../platform/markdown/render-markdown.js';
import type { PackSession } from './course-pack.js';

/** Names of pictures and files. */
export interface MediaNames {
  pictures: ReadonlySet<string>;
  files: ReadonlySet<string>;
}

/** What the texts of a course show and give to save. */
export function mentionedMedia(sessions: readonly Pick<PackSession, 'activities'>[]): MediaNames {
  const texts = sessions.flatMap(({ activities }) =>
    activities.flatMap((activity) => {
      if (activity.kind === 'quiz') return [];
      return activity.kind === 'lesson' ? [activity.content.markdown] : [activity.content.instructions];
    }),
  );
  const read = texts.map((text) => checkMarkdown(text, {}));
  return {
    pictures: new Set(read.flatMap(({ pictures }) => [...pictures])),
    files: new Set(read.flatMap(({ files }) => [...files])),
  };
}
