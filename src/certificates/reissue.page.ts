import type { Words } from '../platform/i18n/words.js';
import { fullName } from './certificate-facts.js';
import { snapshotOf } from './certificate-snapshot.js';
import type { Certificate } from './certificate.entity.js';
import { leftOutSentences } from './left-out.page.js';
import { changedFields, printedCertificate } from './printed-fields.js';
import type { ReissuePreview } from './reissues.service.js';

/** What a reissue would change, line by line. */
export function reissuePage(certificate: Certificate, preview: ReissuePreview, key: string, words: Words) {
  const { id, number, edition, enrolment } = certificate;
  const before = snapshotOf(certificate);
  const { next, because, problems, outcomes } = preview;
  return {
    title: 'certificates.reissue.title',
    name: fullName(before.holder.name),
    action: `/certificates/${id}`,
    number,
    edition: String(edition + 1),
    key,
    canPropose: because === null,
    barriers: because ? leftOutSentences({ because, problems, outcomes }, enrolment.cohort, words) : [],
    changes: next ? changes(before, next, words) : [],
  };
}

function changes(before: ReturnType<typeof snapshotOf>, next: ReturnType<typeof snapshotOf>, words: Words) {
  const [old, renewed] = [printedCertificate(before), printedCertificate(next)];
  const rows = changedFields(old.fields, renewed.fields).map((change) => ({
    name: words.t(`certificates.fields.${change.name}`),
    before: change.before || '–',
    after: change.after || '–',
  }));
  const isTranscriptSame =
    JSON.stringify([old.subjects, old.components]) === JSON.stringify([renewed.subjects, renewed.components]);
  return isTranscriptSame ? rows : [...rows, transcriptChange(old, renewed, words)];
}

function transcriptChange(
  before: ReturnType<typeof printedCertificate>,
  after: ReturnType<typeof printedCertificate>,
  words: Words,
) {
  const text = ({ subjects, components }: typeof before) =>
    [...subjects, ...components].map((row) => row.join(' ')).join('; ');
  return { name: words.t('certificates.fields.transcript'), before: text(before), after: text(after) };
}
