import type { Words } from '../platform/i18n/words.js';
import type { ProgressRecord } from '../progress/progress.service.js';
import { latenessOf } from './late-penalty.js';
import { decideRevision } from './revision-rules.js';
import type { LearnerWork } from './works.service.js';
import { type WorkState, workState } from './work-standing.js';

/** How something stands: a word with its icon and colour. */
interface ShownState {
  tone: '' | 'ok' | 'done' | 'wait' | 'bad';
  icon: string;
  text: string;
}

export interface KnownWork {
  work: LearnerWork;
  state: WorkState;
  /** When it has to be done; of what is closed, when it opens. */
  at: Date | null;
  shown: ShownState;
}

const LOOKS: Record<WorkState, Omit<ShownState, 'text'>> = {
  returned: { tone: 'wait', icon: 'alert' },
  overdue: { tone: 'bad', icon: 'alert' },
  draft: { tone: 'wait', icon: 'clock' },
  open: { tone: '', icon: 'clock' },
  'needs-leave': { tone: 'bad', icon: 'lock' },
  'revision-over': { tone: '', icon: 'lock' },
  submitted: { tone: 'ok', icon: 'check' },
  closed: { tone: '', icon: 'lock' },
  graded: { tone: 'done', icon: 'seal' },
};

/** How one work stands for its learner; work that is judged live has only its score. */
export function knownWork(work: LearnerWork, progress: ProgressRecord | null, words: Words): KnownWork {
  const graded = progress?.state === 'done' && progress.score !== null ? progress.score : null;
  if ('refusal' in work.submitter)
    return withoutSubmitter(work, work.submitter.refusal.reason, graded, words);
  const state = workState(work.standing, work.circumstances);
  const at = momentOf(work, state);
  const text = words.t(`assignments.states.${textKey(state, at)}`, {
    when: at ? words.instant(at) : '',
    penalty: words.number(latenessOf(work.circumstances.now, work.dates.dueAt).penalty / 100),
    score: words.score(graded ?? work.standing.last?.score ?? 0),
  });
  return { work, state, at, shown: { ...LOOKS[state], text } };
}

function withoutSubmitter(
  work: LearnerWork,
  reason: 'judged-live' | 'no-pair' | 'no-team',
  score: number | null,
  words: Words,
): KnownWork {
  if (score !== null)
    return {
      work,
      state: 'graded',
      at: null,
      shown: { ...LOOKS.graded, text: words.t('assignments.states.graded', { score: words.score(score) }) },
    };
  const live = reason === 'judged-live';
  return {
    work,
    state: live ? 'closed' : 'open',
    at: work.dates.dueAt,
    shown: {
      tone: live ? '' : 'bad',
      icon: live ? 'people' : 'alert',
      text: words.t(`assignments.states.${reason}`),
    },
  };
}

function momentOf({ standing, dates, circumstances }: LearnerWork, state: WorkState): Date | null {
  const { last } = standing;
  if (state === 'closed') return dates.opensAt;
  if (state === 'submitted') return last?.submittedAt ?? null;
  if (state === 'graded' || state === 'revision-over') return last?.judgedAt ?? null;
  if (state !== 'returned' || !last?.judgedAt) return dates.dueAt;
  const decision = decideRevision(last.judgedAt, last.revision, circumstances.now);
  return 'until' in decision ? decision.until : null;
}

/** Some have a sentence of their own where no date is known. */
function textKey(state: WorkState, at: Date | null): string {
  return at === null && (state === 'open' || state === 'draft' || state === 'closed')
    ? `${state}-undated`
    : state;
}
