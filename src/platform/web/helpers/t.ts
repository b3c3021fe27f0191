import type { HelperOptions } from 'handlebars';
import type { Words } from '../../i18n/words.js';

/** `{{t "quizzes.summary.unanswered" count=3}}`: the text of a key in the language of the page. */
export function t(key: string, options: HelperOptions): string {
  return (options.data.root.words as Words).t(key, options.hash);
}
