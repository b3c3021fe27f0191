import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import { fullName } from '../people/person-name.js';
import type { BatchSheet, SheetLine } from './batch-sheets.service.js';
import { leftOutSentences } from './left-out.page.js';

/** A batch: what will happen, or what has, to whom, and what may be done about it. */
export function batchPage({ batch, lines, issuedOn, mayConfirm, now }: BatchSheet, words: Words) {
  const { id, state, cohort, proposedBy, proposedAt, confirmedBy, confirmedAt, publishAfter, closedAt } =
    batch;
  const kept = lines.filter(({ verdict }) => !verdict.because);
  const issued = kept.filter(({ certificateId }) => certificateId !== null);
  const isPublishing = state === 'published' && !closedAt;
  const isDue = state === 'confirmed' && publishAfter !== null && publishAfter <= now;
  return {
    titleText: words.t('certificates.batch.title', { count: kept.length }),
    action: `/certificate-batches/${id}`,
    board: `/cohorts/${cohort.id}/certificates`,
    cohortId: cohort.id,
    cohort: cohortName(cohort, words),
    state: words.t(`certificates.batch.states.${isPublishing ? 'publishing' : state}`, {
      when: words.instant(publishAfter ?? proposedAt),
    }),
    ...looks[state],
    history: [
      words.t('certificates.batch.proposedBy', {
        name: fullName(proposedBy),
        when: words.instant(proposedAt),
      }),
      ...(confirmedBy && confirmedAt
        ? [
            words.t('certificates.batch.confirmedBy', {
              name: fullName(confirmedBy),
              when: words.instant(confirmedAt),
            }),
          ]
        : []),
      words.t('certificates.batch.issuedOn', { day: words.calendarDay(issuedOn) }),
    ],
    isMoving: isPublishing || isDue,
    done: issued.length,
    total: kept.length,
    progress: words.t('certificates.batch.progress', { done: issued.length, count: kept.length }),
    isPublishing,
    canConfirm: state === 'proposed' && mayConfirm && kept.length > 0,
    needsOther: state === 'proposed' && !mayConfirm,
    canCancel: state === 'proposed',
    canUndo: state === 'confirmed',
    confirm: words.t('certificates.batch.confirm', { count: kept.length }),
    isExpected: state === 'proposed' || state === 'confirmed',
    rows: kept.map(sheetRow),
    leftOut: lines.flatMap((line) => leftOutRow(line, batch.cohort, words)),
  };
}

const looks = {
  proposed: { look: 'wait', icon: 'clock' },
  confirmed: { look: 'wait', icon: 'clock' },
  published: { look: 'ok', icon: 'seal' },
  cancelled: { look: '', icon: 'cross' },
  undone: { look: '', icon: 'cross' },
};

function sheetRow({ verdict: { member }, number, certificateId }: SheetLine) {
  return {
    name: member.enrolment.person.name,
    nim: member.enrolment.studentRecord?.nim ?? '',
    number,
    certificate: certificateId === null ? '' : `/certificates/${certificateId}`,
  };
}

function leftOutRow({ verdict }: SheetLine, cohort: BatchSheet['batch']['cohort'], words: Words) {
  const { member, because, problems, line } = verdict;
  if (!because) return [];
  const outcomes = line?.evaluation.outcomes ?? [];
  return [
    {
      name: member.enrolment.person.name,
      href: `/cohorts/${cohort.id}/certificates/enrolments/${member.enrolmentId}`,
      sentences: leftOutSentences({ because, problems, outcomes }, cohort, words),
    },
  ];
}
