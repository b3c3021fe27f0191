import type { Words } from '../platform/i18n/words.js';
import { fullName } from '../people/person-name.js';
import type { AssignmentView } from './assignments.service.js';
import { arithmeticWords, factorWords, judgedCriteria } from './grade-words.page.js';
import type { Grading } from './grading.entity.js';
import { memberScore } from './peer-factor.js';
import { receiptOf } from './receipt.page.js';
import { isJudgedLive } from './submission-rules.js';
import type { Submission } from './submission.entity.js';
import { fileRow } from './work-files.page.js';

/** Every time that the work was handed in, the latest first, with its receipt and what was said of it. */
export function handedInVersions(view: AssignmentView, words: Words) {
  return view.work.handedIn.toReversed().map((version, index) => ({
    number: version.number,
    isLive: isJudgedLive(version),
    isLatest: index === 0,
    heading: words.t('assignments.version', { number: version.number }),
    when: version.submittedAt
      ? `${words.day(version.submittedAt)}, ${words.exactTime(version.submittedAt)}`
      : '',
    state: words.t(`assignments.versionStates.${version.state}`),
    late: version.daysLate > 0 ? words.t('assignments.daysLate', { count: version.daysLate }) : '',
    text: version.text,
    files: view.files
      .filter(({ submissionId }) => submissionId === version.id)
      .map((file) => fileRow(file, words)),
    receipt: receiptOf(version, words),
    receiptHref: `/assignments/${view.work.activity.id}/receipts/${version.number}`,
    judgements: view.gradings
      .filter(({ submissionId }) => submissionId === version.id)
      .toReversed()
      .map((grading) => judgementOf(view, version, grading, words)),
  }));
}

/** One grading or return, as its learners read it. */
function judgementOf(view: AssignmentView, version: Submission, grading: Grading, words: Words) {
  const isReturn = grading.state === 'returned';
  return {
    isReturn,
    heading: words.t(
      `assignments.judgement.${isReturn ? 'returned' : grading.round > 1 ? 'corrected' : 'graded'}`,
    ),
    by: words.t('assignments.judgement.by', {
      name: fullName(grading.grader),
      when: words.instant(grading.savedAt),
    }),
    feedback: grading.feedback,
    reason: grading.reason,
    ...(isReturn || grading.score === null ? {} : scoreOf(view, version, grading, words)),
  };
}

function scoreOf(view: AssignmentView, version: Submission, grading: Grading, words: Words) {
  const { scoreBefore, penalty, score } = grading;
  const group = score ?? 0;
  const factor =
    grading.factors.find(({ enrolmentId }) => enrolmentId === view.work.place.enrolmentId)?.factor ?? 0;
  const own = memberScore(group, factor);
  const steps = arithmeticWords(
    { before: scoreBefore ?? 0, penalty, daysLate: version.daysLate, after: group },
    words,
  );
  return {
    score: words.score(own),
    steps: [...steps, factorWords({ group, factor, own }, words)].filter((step) => step !== null),
    criteria: judgedCriteria(view.content.rubric, grading.levels, words),
  };
}
