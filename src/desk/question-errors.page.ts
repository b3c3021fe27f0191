import type { ContentProblem } from '../courses/content-check.js';
import type { Message } from '../platform/access/refusals.js';

/** Problems of content by field, in words; what could not be read at all (`unread`) comes first. */
export const messagesOf = (
  problems: Readonly<Record<string, ContentProblem['problem']>>,
  unread: Readonly<Record<string, Message>> = {},
): Record<string, Message> => ({
  ...Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, { key: `bank.problems.${problem}` }]),
  ),
  ...unread,
});
