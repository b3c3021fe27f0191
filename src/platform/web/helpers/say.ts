import type { HelperOptions } from 'handlebars';
import type { Message } from '../../access/refusals.js';
import type { Words } from '../../i18n/words.js';

/** `{{say (lookup form.errors name)}}`: a message, which is a key with its values. */
export function say(message: Message | null | undefined, options: HelperOptions): string {
  return message ? (options.data.root.words as Words).t(message.key, message.values) : '';
}
