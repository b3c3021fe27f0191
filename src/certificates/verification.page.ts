import type { Words } from '../platform/i18n/words.js';
import { Form } from '../platform/web/form.js';
import { fullName } from './certificate-facts.js';
import { stateLooks } from './certificate.page.js';
import { printedFields } from './printed-fields.page.js';
import { VerificationQuery } from './verification.form.js';
import type { Verification } from './verification.service.js';

const frame = { noIndex: true, scripts: [] };

export const verificationFormPage = () => ({
  ...frame,
  title: 'certificates.verification.title',
  form: Form.showing<VerificationQuery>(),
});

/** Nothing stands under what was typed; it stays in the field, to be compared with the paper. */
export const unknownCodePage = (typed: string) => ({
  ...frame,
  title: 'certificates.verification.unknown',
  typed,
  form: Form.showing<VerificationQuery>({ code: typed }),
});

export function verificationPage(
  { certificate, snapshot, state, isGenuine, latest, checkedAt }: Verification,
  words: Words,
) {
  const { revokedAt, revocationReason, keyId } = certificate;
  const shared = {
    ...frame,
    checkedAt: words.t('certificates.verification.checkedAt', { when: words.instant(checkedAt) }),
  };
  if (!isGenuine) {
    return {
      ...shared,
      title: 'certificates.verification.broken',
      isBroken: true,
      verdict: words.t('certificates.verification.broken'),
      look: 'bad',
      icon: 'alert',
    };
  }
  return {
    ...shared,
    titleText: words.t(`certificates.verification.verdicts.${state}`),
    verdict: words.t(`certificates.verification.verdicts.${state}`),
    ...stateLooks[state],
    name: fullName(snapshot.holder.name),
    printed: printedFields(snapshot, words),
    revoked: revokedAt
      ? words.t('certificates.verification.revoked', {
          day: words.date(revokedAt),
          reason: words.t(`certificates.revocationReasons.${revocationReason}`),
        })
      : '',
    replaced:
      latest.edition > certificate.edition
        ? words.t('certificates.verification.replaced', {
            edition: latest.edition,
            day: words.date(latest.issuedAt),
          })
        : '',
    isValid: state === 'valid',
    signature: words.t('certificates.verification.signature', { key: keyId }),
    credential: `/verify/${certificate.code}/credential.json`,
  };
}
