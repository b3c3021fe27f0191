import { activityPath } from '../courses/activity-path.js';
import type { OutlineActivity, OutlineSession } from '../courses/outline.js';
import type { Words } from '../platform/i18n/words.js';
import type { LearnerActivity } from './learner-session.js';
import { timeLeft } from './time-left.js';

/** A state as pages show it: colour, icon and word. */
export interface StateText {
  look: '' | 'ok' | 'wait' | 'bad';
  icon: string;
  text: string;
}

/** What an activity is called where its session is plain, and where it is not. */
export function activityName(
  { kind, title }: Pick<OutlineActivity, 'kind' | 'title'>,
  session: Pick<OutlineSession, 'key' | 'title'>,
  words: Words,
): { within: string; alone: string } {
  if (kind === 'assignment') return { within: title, alone: title };
  if (kind === 'quiz') return { within: title, alone: `${title}: ${session.title}` };
  const within = title === session.title ? words.t('lessons.kinds.lesson') : title;
  return { within, alone: words.t('lessons.lessonOf', { session: session.key, title }) };
}

/** An activity in a list: a link, its state, and what to know before opening it. */
export const activityRow = (activity: LearnerActivity, title: string, now: Date, words: Words) => ({
  title,
  href: activity.standing === 'closed' ? null : activityPath(activity),
  state: standingText(activity, now, words),
  meta: [sizeText(activity, words), dueText(activity, words), ...demands(activity, words)]
    .filter(Boolean)
    .join(' · '),
});

export function standingText(activity: LearnerActivity, now: Date, words: Words): StateText {
  const { standing, opensAt, dueAt } = activity;
  const say = (key: string, values = {}) => words.t(`lessons.standing.${key}`, values);
  if (standing === 'done') return doneText(activity, words);
  if (standing === 'closed') {
    const text = opensAt ? say('opens', { when: words.shortDay(opensAt) }) : say('closed');
    return { look: '', icon: 'lock', text };
  }
  if (standing === 'open' && dueAt) return leftText(dueAt, now, words);
  const looks = {
    returned: 'bad',
    overdue: 'bad',
    missed: 'bad',
    waiting: '',
    started: 'wait',
    open: '',
  } as const;
  const icons = {
    returned: 'alert',
    overdue: 'alert',
    missed: 'alert',
    waiting: 'clock',
    started: 'clock',
    open: 'file',
  };
  return { look: looks[standing], icon: icons[standing], text: say(standing) };
}

/** A score below what the activity asks for is no reason for a tick: whoever has attempts left may try again. */
function doneText({ progress, passMark }: LearnerActivity, words: Words): StateText {
  const score = progress?.score ?? null;
  if (score === null) return { look: 'ok', icon: 'check', text: words.t('lessons.standing.done') };
  if (passMark === null || score >= passMark) return { look: 'ok', icon: 'check', text: words.score(score) };
  const values = { score: words.score(score), passMark: words.number(passMark / 100) };
  return { look: 'wait', icon: 'alert', text: words.t('lessons.standing.below', values) };
}

/** How long is left; it calls for attention in the last two days. */
export function leftText(dueAt: Date, now: Date, words: Words): StateText {
  const { unit, count } = timeLeft(dueAt, now, (at) => words.isoDay(at));
  const isNear = unit !== 'days' || count <= 2;
  return { look: isNear ? 'wait' : '', icon: 'clock', text: words.t(`lessons.left.${unit}`, { count }) };
}

/** "12 menit · 46 kB", "8 soal, 15 menit", "Kelompok" */
export function sizeText({ kind, brief, submitsAs }: OutlineActivity, words: Words): string {
  const { minutes = 0, bytes = 0, questions = 0 } = brief;
  if (kind === 'lesson') return `${words.t('lessons.minutes', { count: minutes })} · ${words.size(bytes)}`;
  if (kind === 'assignment') return words.t(`lessons.submitsAs.${submitsAs}`);
  return `${words.t('lessons.questions', { count: questions })}, ${words.t('lessons.minutes', { count: minutes })}`;
}

export const dueText = ({ dueAt }: LearnerActivity, words: Words): string =>
  dueAt ? words.t('lessons.dueBy', { when: `${words.dayAndMonth(dueAt)}, ${words.time(dueAt)}` }) : '';

const demands = ({ passMark, required }: LearnerActivity, words: Words): string[] => [
  passMark === null ? '' : words.t('lessons.passMark', { score: words.number(passMark / 100) }),
  required ? '' : words.t('lessons.optional'),
];
