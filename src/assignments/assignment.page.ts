import type { Words } from '../platform/i18n/words.js';
import type { ActivityPreview } from '../lessons/activity-previews.service.js';
import type { AssignmentView } from './assignments.service.js';
import { rubricRows } from './grade-words.page.js';
import { handedInVersions } from './handed-in.page.js';
import { namesOf } from './member-names.page.js';
import { timeLeft } from './time-left.page.js';
import { editorOf, reopenLabel, type Telling } from './work-editor.page.js';
import { noticeOf } from './work-notice.page.js';
import { type KnownWork, knownWork } from './work-state.page.js';

/** An assignment and the learner's own work on it. */
export function assignmentPage(view: AssignmentView, telling: Telling, words: Words) {
  const { work, content } = view;
  const { activity } = work;
  const known = knownWork(work, view.progress, words);
  const all = handedInVersions(view, words);
  const versions = all.filter(({ isLive }) => !isLive);
  return {
    titleText: activity.title,
    heading: activity.title,
    session: words.t('assignments.ofSession', { number: activity.session.number }),
    action: `/assignments/${activity.id}`,
    form: telling.form,
    facts: factsOf(view, known, words),
    lateRule: work.dates.dueAt && 'kind' in work.submitter ? words.t('assignments.lateRule') : '',
    state: known.shown,
    notice: noticeOf(known, words),
    instructions: content.html,
    rubric: rubricRows(content.rubric, words),
    stale: telling.stale
      ? { theirs: telling.stale.text, yours: String(telling.form.values['text'] ?? '') }
      : null,
    editor: editorOf(view, telling, words),
    reopen: reopenLabel(work, words),
    versions,
    judgements: all.filter(({ isLive }) => isLive).flatMap(({ judgements }) => judgements),
    toRevise: known.state === 'returned' ? versions[0]?.judgements : [],
    scripts: ['scripts/work.js'],
  };
}

/** The same for who teaches it: what is asked of whom, and how it is judged. */
export const assignmentPreviewPage = (
  { activity, content }: ActivityPreview<'assignment'>,
  words: Words,
) => ({
  titleText: activity.title,
  activityId: activity.id,
  heading: activity.title,
  session: words.t('assignments.ofSession', { number: activity.session.number }),
  sessionId: activity.session.id,
  facts: [words.t(`assignments.as.${activity.submitsAs}`)],
  instructions: content.html,
  rubric: rubricRows(content.rubric, words),
});

/** Who hands in, until when, and how long that is; the word for the state may have said when. */
function factsOf({ work, members }: AssignmentView, { state }: KnownWork, words: Words): string[] {
  const { activity, dates, circumstances, submitter, standing } = work;
  const whose =
    'kind' in submitter && submitter.kind !== 'individual'
      ? words.t(`assignments.by.${submitter.kind}`, { names: namesOf(members, words) })
      : words.t(`assignments.as.${activity.submitsAs}`);
  if (!dates.dueAt) return [whose];
  const left = standing.last ? '' : timeLeft(circumstances.now, dates.dueAt, words);
  const isSaid = state === 'open' || state === 'draft';
  return [
    whose,
    ...(isSaid ? [] : [words.t('assignments.due', { when: words.instant(dates.dueAt) })]),
    ...(left ? [words.t('assignments.left.of', { left })] : []),
  ];
}
