import type { Words } from '../platform/i18n/words.js';
import type { KnownWork } from './work-state.page.js';

interface Notice {
  tone: '' | 'wait' | 'bad';
  text: string;
}

/** What to do now, where the word for the state does not say it all. */
export function noticeOf(known: KnownWork, words: Words): Notice | null {
  const say = (tone: Notice['tone'], key: string, values: Record<string, unknown> = {}): Notice => ({
    tone,
    text: words.t(`assignments.notices.${key}`, values),
  });
  const { work, state, at } = known;
  if ('refusal' in work.submitter) {
    const { reason } = work.submitter.refusal;
    if (state === 'graded') return null;
    return say(reason === 'judged-live' ? '' : 'wait', reason);
  }
  const when = at ? words.instant(at) : '';
  switch (state) {
    case 'submitted':
      return handedIn(known, words);
    case 'returned':
    case 'revision-over':
      return say('wait', state, { when });
    case 'needs-leave':
      return say('bad', state);
    case 'closed':
      return say('', at ? state : 'closed-undated', { when });
    case 'overdue':
      return work.circumstances.hasLeave ? say('', 'leave') : null;
    default:
      return null;
  }
}

/** Since when it is there, and until when it may be replaced. */
function handedIn({ work }: KnownWork, words: Words): Notice {
  const { standing, circumstances } = work;
  const { dueAt, now } = circumstances;
  const key = !dueAt ? 'replaceable-undated' : now <= dueAt ? 'replaceable' : 'submitted';
  const at = standing.last?.submittedAt;
  return {
    tone: '',
    text: words.t(`assignments.notices.${key}`, {
      number: standing.last?.number,
      when: at ? `${words.day(at)}, ${words.exactTime(at)}` : '',
      until: dueAt ? words.instant(dueAt) : '',
    }),
  };
}
