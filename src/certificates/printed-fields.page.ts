import type { Words } from '../platform/i18n/words.js';
import type { CertificateSnapshot } from './certificate-snapshot.js';
import { printedCertificate } from './printed-fields.js';

/** Every printed line under its name, for comparing; the values stay in the language of the paper. */
export function printedFields(snapshot: CertificateSnapshot, words: Words) {
  const { fields, subjects, totalHours, minutesPerHour, components } = printedCertificate(snapshot);
  return {
    fields: fields
      .filter(({ name }) => name !== 'holder')
      .map(({ name, text }) => ({ name: words.t(`certificates.fields.${name}`), text })),
    subjects: subjects.map(([title, hours]) => ({ title, hours })),
    totalHours,
    hourText: words.t('certificates.fields.hourText', { minutes: minutesPerHour }),
    components: components.map(([title, weight, score]) => ({ title, weight, score })),
  };
}
