import type { Cohort } from '../cohorts/cohort.entity.js';
import { cohortName } from '../cohorts/cohorts.page.js';
import type { Words } from '../platform/i18n/words.js';
import { pageOf, pager } from '../platform/web/paging.js';
import type { BoardLine } from './board-line.js';
import { boardFilters, boardView } from './board-view.js';
import { boardCounts, boardGroup } from './board.js';
import type { BoardQuery } from './board.form.js';
import type { CertificateBatch } from './certificate-batch.entity.js';
import { leftOutSentences } from './left-out.page.js';
import { expectationSentence, problemSentences } from './preview.page.js';
import type { Proposal } from './proposal.js';
import { componentNames, requirementCell, requirementColumn } from './requirement-words.page.js';
import { romanNumeral } from '../platform/roman-numeral.js';

interface BoardSources {
  cohort: Cohort;
  lines: readonly BoardLine[];
  query: BoardQuery;
  /** Of all who qualify. */
  proposal: Proposal;
  open: readonly CertificateBatch[];
}

export function boardPage({ cohort, lines, query, proposal, open }: BoardSources, words: Words) {
  const { show, q, order, page } = query;
  const wanted = boardView(lines, { filter: show, search: q, order });
  const shown = pageOf(wanted, page);
  const counts = boardCounts(lines);
  const address = `/cohorts/${cohort.id}/certificates`;
  const names = componentNames(cohort);
  const columns = (lines[0]?.evaluation.outcomes ?? []).map((each) => requirementColumn(each, names, words));
  return {
    titleText: words.t('certificates.board.title', { ordinal: romanNumeral(cohort.ordinal) }),
    address,
    cohortId: cohort.id,
    cohort: cohortName(cohort, words),
    figures: (['qualifies', 'not-yet', 'proposed', 'withdrawn', 'issued'] as const)
      .filter((group) => group !== 'proposed' || counts.proposed > 0)
      .map((group) => ({
        number: String(counts[group]),
        text: words.t(`certificates.board.figures.${group}`),
      })),
    expectation: expectationSentence(proposal, words),
    problems: [
      ...(cohort.rules.requirements.length === 0 ? [words.t('certificates.board.noRequirements')] : []),
      ...problemSentences(proposal, words),
    ],
    open: open.map((batch) => openBatch(batch, words)),
    form: { values: { show, q, order }, errors: {} },
    filters: boardFilters.map((value) => ({
      value,
      text: `${words.t(`certificates.board.filters.${value}`)} (${value === 'all' ? lines.length : counts[value]})`,
    })),
    orders: [
      ...['name', 'campus'].map((value) => ({ value, text: words.t(`certificates.board.orders.${value}`) })),
      ...columns.map(({ key, name }) => ({
        value: key,
        text: words.t('certificates.board.orders.lowest', { name }),
      })),
    ],
    columns,
    rows: shown.rows.map((line) => boardRow(line, cohort, words)),
    isEmpty: lines.length === 0,
    canChoose: shown.rows.some((line) => boardGroup(line) === 'qualifies'),
    all:
      proposal.expected.length > 0
        ? words.t('certificates.board.all', { count: proposal.expected.length })
        : '',
    pager: pager(address, { show, q, order }, shown),
  };
}

function openBatch({ id, state, proposedBy, proposedAt, publishAfter }: CertificateBatch, words: Words) {
  return {
    href: `/certificate-batches/${id}`,
    text: words.t(`certificates.board.open.${state}`, {
      name: proposedBy.name,
      when: words.instant(state === 'confirmed' && publishAfter ? publishAfter : proposedAt),
    }),
  };
}

function boardRow(line: BoardLine, cohort: Cohort, words: Words) {
  const names = componentNames(cohort);
  const { enrolmentId, name, campusName, evaluation } = line;
  return {
    id: enrolmentId,
    name,
    campus: campusName,
    href: `/cohorts/${cohort.id}/certificates/enrolments/${enrolmentId}`,
    canChoose: boardGroup(line) === 'qualifies',
    chooseLabel: words.t('certificates.board.choose', { name }),
    cells: evaluation.outcomes.map((outcome) => requirementCell(outcome, names, words)),
    ...conclusionOf(line, cohort, words),
  };
}

/** Icon, tone and sentences; a link where the certificate is out. */
export function conclusionOf(line: BoardLine, cohort: Cohort, words: Words) {
  const group = boardGroup(line);
  const word = words.t(`certificates.board.groups.${line.certificate === 'revoked' ? 'revoked' : group}`);
  const certificate = line.latestCertificateId === null ? '' : `/certificates/${line.latestCertificateId}`;
  switch (group) {
    case 'qualifies':
      return {
        look: 'ok',
        icon: 'check',
        sentences: [word, ...waivedSentences(line, cohort, words)],
        certificate,
      };
    case 'issued':
      return line.certificate === 'revoked'
        ? { look: 'bad', icon: 'cross', sentences: [word], certificate }
        : { look: 'ok', icon: 'seal', sentences: [word], certificate };
    case 'not-yet': {
      const { outcomes } = line.evaluation;
      const sentences = leftOutSentences({ because: group, problems: [], outcomes }, cohort, words);
      const isLost = outcomes.some(
        (outcome) => requirementCell(outcome, componentNames(cohort), words).look === 'bad',
      );
      return { look: isLost ? 'bad' : 'wait', icon: isLost ? 'alert' : 'clock', sentences, certificate };
    }
    default:
      return {
        look: group === 'proposed' ? 'wait' : '',
        icon: group === 'proposed' ? 'clock' : 'lock',
        sentences: [word],
        certificate,
      };
  }
}

function waivedSentences({ evaluation }: BoardLine, cohort: Cohort, words: Words): string[] {
  const names = componentNames(cohort);
  return evaluation.outcomes
    .filter(({ state }) => state === 'waived')
    .map((outcome) =>
      words.t('certificates.board.waived', { name: requirementColumn(outcome, names, words).name }),
    );
}
