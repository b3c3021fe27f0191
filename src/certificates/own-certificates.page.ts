import type { Words } from '../platform/i18n/words.js';
import { stateLooks } from './certificate.page.js';
import { snapshotOf } from './certificate-snapshot.js';
import { certificateState } from './certificate-state.js';
import type { Certificate } from './certificate.entity.js';

/** A learner's certificates, the latest edition of each. */
export const ownCertificatesPage = (certificates: readonly Certificate[], words: Words) => ({
  title: 'certificates.own.title',
  certificates: certificates.map((certificate) => ownCertificate(certificate, words)),
});

function ownCertificate(certificate: Certificate, words: Words) {
  const { id, number, edition, code, pdf, issuedAt, revokedAt, revocationReason } = certificate;
  const { course, cohort, finalScore, distinction, verifyUrl } = snapshotOf(certificate);
  const state = certificateState(certificate, edition);
  return {
    heading: `${course.title} · ${words.t('certificates.cohort', { ordinal: cohort.label })}`,
    number,
    ...stateLooks[state],
    state: words.t(`certificates.states.${state}`),
    result: [words.score(finalScore), distinction?.text].filter(Boolean).join(' · '),
    issued: words.date(issuedAt),
    isValid: state === 'valid',
    file: `/certificates/${id}/file`,
    fileText: words.t('certificates.file', { size: words.size(pdf.bytes) }),
    verify: `/verify/${code}`,
    verifyText: verifyUrl.replace(/^https?:\/\//, ''),
    revoked: revokedAt
      ? words.t('certificates.verification.revoked', {
          day: words.date(revokedAt),
          reason: words.t(`certificates.revocationReasons.${revocationReason}`),
        })
      : '',
  };
}
