import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { fullName as personName } from '../people/person-name.js';
import { fullName } from './certificate-facts.js';
import { snapshotOf } from './certificate-snapshot.js';
import { certificateState, type CertificateState } from './certificate-state.js';
import type { Certificate } from './certificate.entity.js';
import { printedFields } from './printed-fields.page.js';
import { revocationReasons } from './revocation-reasons.js';
import type { RevocationForm } from './revocation.form.js';

export const stateLooks: Record<CertificateState, { look: string; icon: string }> = {
  valid: { look: 'ok', icon: 'seal' },
  replaced: { look: 'wait', icon: 'alert' },
  revoked: { look: 'bad', icon: 'cross' },
};

/** "Sertifikat 0087-KKP-II-PLUT-KT-XI-2027 Norlaila.pdf" */
export const fileName = (certificate: Certificate): string =>
  `Sertifikat ${certificate.number.replaceAll(/[/ ]/g, '-')} ${snapshotOf(certificate).holder.name.name}.pdf`;

/** One edition, as the office sees it. */
export function certificatePage(
  certificate: Certificate,
  editions: readonly Certificate[],
  form: Form<RevocationForm>,
  words: Words,
) {
  const { id, enrolment, enrolmentId, number, edition, code, pdf } = certificate;
  const snapshot = snapshotOf(certificate);
  const state = certificateState(certificate, editions[0]?.edition ?? edition);
  const board = `/cohorts/${enrolment.cohortId}/certificates`;
  return {
    titleText: `${fullName(snapshot.holder.name)} · ${number}`,
    name: fullName(snapshot.holder.name),
    board,
    requirements: `${board}/enrolments/${enrolmentId}`,
    cohortId: enrolment.cohortId,
    cohort: words.t('certificates.cohort', { ordinal: snapshot.cohort.label }),
    action: `/certificates/${id}`,
    ...stateLooks[state],
    state: words.t(`certificates.states.${state}`),
    printed: printedFields(snapshot, words),
    file: words.t('certificates.file', { size: words.size(pdf.bytes) }),
    verify: `/verify/${code}`,
    history: history(certificate, words),
    editions: editions.length > 1 ? editions.map((each) => editionRow(each, id, words)) : [],
    isLatest: id === editions[0]?.id,
    canRevoke: state === 'valid',
    reasons: revocationReasons.map((value) => ({
      value,
      text: words.t(`certificates.revocationReasons.${value}`),
    })),
    form,
  };
}

function history(
  { issuedAt, batch, revokedAt, revokedBy, revocationReason, revocationNote }: Certificate,
  words: Words,
) {
  const lines = [
    words.t('certificates.history.issued', { when: words.instant(issuedAt) }),
    words.t('certificates.history.proposed', { name: personName(batch.proposedBy) }),
  ];
  if (batch.confirmedBy) {
    lines.push(words.t('certificates.history.confirmed', { name: personName(batch.confirmedBy) }));
  }
  if (revokedAt && revokedBy) {
    const reason = words.t(`certificates.revocationReasons.${revocationReason}`);
    const [name, when] = [personName(revokedBy), words.instant(revokedAt)];
    lines.push(words.t('certificates.history.revoked', { name, when, reason }));
    if (revocationNote) lines.push(words.t('certificates.history.note', { note: revocationNote }));
  }
  return lines;
}

function editionRow({ id, edition, issuedAt, revokedAt }: Certificate, shown: number, words: Words) {
  return {
    href: `/certificates/${id}`,
    isShown: id === shown,
    text: words.t('certificates.editionRow', { edition, day: words.date(issuedAt) }),
    isRevoked: revokedAt !== null,
  };
}
