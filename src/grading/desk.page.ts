import { arithmeticWords } from '../assignments/grade-words.page.js';
import type { Grading } from '../assignments/grading.entity.js';
import { penaltyOf } from '../assignments/late-penalty.js';
import { namesOf } from '../assignments/member-names.page.js';
import { receiptOf } from '../assignments/receipt.page.js';
import { LEVEL_SCORES, type Levels } from '../assignments/rubric.js';
import type { SubmissionFile } from '../assignments/submission-file.entity.js';
import { isJudgedLive } from '../assignments/submission-rules.js';
import { fileRow } from '../assignments/work-files.page.js';
import { fullName } from '../people/person-name.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import type { Desk } from './desk.service.js';
import type { GradingForm } from './grading.form.js';
import { mayReturn, scoresOf, seenOf } from './judgement.js';
import { judgementOf } from './judgement.page.js';
import { liveListOf } from './live-address.js';
import { type QueueFilter, searchOf } from './queue-filter.js';
import type { Way } from './rounds.service.js';

/** What this showing of the desk has to tell besides the work. */
export interface Showing {
  form: Form<GradingForm>;
  way: Way;
  filter: QueueFilter;
  /** Somebody else has judged since the page was opened. */
  isStale: boolean;
}

/** One work with its rubric: what was typed, else the latest judgement. */
export function deskPage(desk: Desk, { form, way, filter, isStale }: Showing, words: Words) {
  const { submission, content, members } = desk;
  const latest = desk.gradings.at(-1) ?? null;
  const shown = shownOf(form, latest);
  const scores = scoresOf(content.rubric, shown.levels, submission.daysLate);
  const live = isJudgedLive(submission) ? { instructions: content.html } : null;
  const isGroup = submission.submitterKind !== 'individual';
  return {
    titleText: `${submission.activity.title} · ${namesOf(members, words)}`,
    form,
    names: namesOf(members, words),
    eyebrow: [
      submission.activity.title,
      submission.classGroup?.name,
      live ? null : words.t('grading.left', { count: way.total }),
    ]
      .filter(Boolean)
      .join(' · '),
    ...way,
    queue: liveListOf(submission) ?? `/grading${searchOf(filter)}`,
    live,
    action: `/submissions/${submission.id}`,
    search: searchOf(filter),
    work: workOf(desk, words),
    versions: desk.versions.map(({ id, number }) => ({
      href: `/submissions/${id}${searchOf(filter)}`,
      text: words.t('assignments.version', { number }),
      current: id === submission.id,
    })),
    seen: seenOf(latest),
    score: scores.after === null ? '' : words.score(scores.after),
    arithmetic:
      scores.before === null || scores.after === null
        ? []
        : arithmeticWords(
            {
              before: scores.before,
              penalty: scores.penalty,
              daysLate: submission.daysLate,
              after: scores.after,
            },
            words,
          ),
    penalty: penaltyOf(submission.daysLate),
    late: submission.daysLate > 0 ? words.t('assignments.daysLate', { count: submission.daysLate }) : '',
    criteria: criteriaOf(desk, shown.levels, isStale ? (latest?.levels ?? {}) : null, words),
    feedback: shown.feedback,
    reason: shown.reason,
    members: isGroup
      ? members.map(({ enrolmentId, name }) => ({ enrolmentId, name, factor: shown.factor(enrolmentId) }))
      : [],
    stale: isStale && latest ? staleOf(latest, words) : null,
    isGraded: submission.state === 'graded',
    isClosed: submission.state === 'replaced',
    mayReturn: mayReturn(submission),
    history: desk.gradings.map((grading) => historyOf(grading, words)),
    scripts: ['scripts/desk.js'],
  };
}

function shownOf({ value, values }: Form<GradingForm>, latest: Grading | null) {
  if (values['seen'] !== undefined) {
    const typed = judgementOf(value);
    return {
      levels: typed.levels,
      feedback: typed.feedback,
      reason: typed.reason,
      factor: (id: number) => value.factor[String(id)] ?? '',
    };
  }
  return {
    levels: latest?.levels ?? {},
    feedback: latest?.feedback ?? '',
    reason: latest?.state === 'draft' ? latest.reason : '',
    factor: (id: number) =>
      String(latest?.factors.find(({ enrolmentId }) => enrolmentId === id)?.factor ?? ''),
  };
}

function workOf({ submission, files }: Desk, words: Words) {
  return {
    text: submission.text,
    receipt: receiptOf(submission, words),
    when: submission.submittedAt ? words.instant(submission.submittedAt) : '',
    files: files.map((file) => ({ ...fileRow(file, words), ...showing(file) })),
  };
}

const showing = ({ kind }: SubmissionFile) => ({
  isPdf: kind === 'pdf',
  isPicture: kind === 'jpg' || kind === 'png' || kind === 'webp',
});

function criteriaOf({ content }: Desk, levels: Levels, theirs: Levels | null, words: Words) {
  return content.rubric.map(({ key, name, weight, levels: meanings }) => ({
    key,
    name,
    weight,
    percent: `${words.number(weight / 100)} %`,
    levels: ([1, 2, 3, 4] as const).map((level) => ({
      level,
      name: words.t(`assignments.levels.${level}`),
      text: meanings[level],
      score: LEVEL_SCORES[level],
      chosen: levels[key] === level,
    })),
    best: meanings[4],
    theirs: theirs?.[key] ? words.t('grading.theirLevel', { level: theirs[key] }) : '',
  }));
}

const staleOf = (latest: Grading, words: Words) => ({
  text: words.t('grading.stale.text', { name: fullName(latest.grader), when: words.time(latest.savedAt) }),
  feedback: latest.feedback,
});

const historyOf = (grading: Grading, words: Words) => ({
  what: words.t(`grading.history.${grading.state}`),
  by: words.t('assignments.judgement.by', {
    name: fullName(grading.grader),
    when: words.instant(grading.savedAt),
  }),
  score: grading.score === null ? '' : words.score(grading.score),
  reason: grading.reason,
});
