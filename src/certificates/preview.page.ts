import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import type { BoardLine } from './board-line.js';
import { leftOutSentences } from './left-out.page.js';
import type { Proposal } from './proposal.js';
import { faultMessage } from './template-complaint.js';

/** "112 sertifikat diusulkan, nomor 0001/… sampai 0112/…, tanggal 18 November 2027." '' where there is none. */
export function expectationSentence({ expected, issuedOn }: Proposal, words: Words): string {
  const [first, last] = [expected.at(0), expected.at(-1)];
  if (!first || !last) return '';
  return words.t('certificates.preview.expectation', {
    count: expected.length,
    numbers:
      first === last
        ? first.number
        : words.t('certificates.preview.numbers', { first: first.number, last: last.number }),
    day: words.calendarDay(issuedOn),
  });
}

/** What keeps the whole proposal from being made. */
export function problemSentences({ problems }: Proposal, words: Words): string[] {
  return problems.flatMap((problem) => {
    if (problem.kind !== 'template') {
      const number = problem.kind === 'numberTaken' ? problem.number : '';
      return [words.t(`certificates.proposalProblems.${problem.kind}`, { number })];
    }
    return problem.faults.map(faultMessage).map(({ key, values }) => words.t(key, values));
  });
}

/** Exactly who would get what, and who would not and why. */
export function previewPage(proposal: Proposal, lines: readonly BoardLine[], key: string, words: Words) {
  const { cohort, expected, leftOut, printProblems } = proposal;
  const byEnrolment = new Map(lines.map((line) => [line.enrolmentId, line]));
  const address = `/cohorts/${cohort.id}/certificates`;
  const problems = problemSentences(proposal, words);
  return {
    title: 'certificates.preview.title',
    address,
    cohortId: cohort.id,
    cohort: cohortName(cohort, words),
    expectation: expectationSentence(proposal, words),
    problems,
    key,
    canPropose: expected.length > 0 && problems.length === 0,
    propose: words.t('certificates.preview.propose', { count: expected.length }),
    expected: expected.map(({ enrolmentId, number }) => personRow(byEnrolment.get(enrolmentId), number)),
    leftOut: leftOut.map(({ row: { enrolmentId, name, evaluation }, because }) => ({
      name,
      href: `${address}/enrolments/${enrolmentId}`,
      sentences: leftOutSentences(
        { because, problems: printProblems.get(enrolmentId) ?? [], outcomes: evaluation.outcomes },
        cohort,
        words,
      ),
    })),
  };
}

function personRow(line: BoardLine | undefined, number: string) {
  return {
    id: line?.enrolmentId ?? 0,
    name: line?.name ?? '',
    detail: [line?.campusName, line?.nim].filter(Boolean).join(' · '),
    number,
  };
}
