import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import { fullName } from '../people/person-name.js';
import { spacedNip } from './nip.js';
import { signsOn } from './signatories-on-day.js';
import type { Signatory } from './signatory.entity.js';
import { actingPrefixes, type SignatoryForm } from './signatory.form.js';

const choices = {
  positions: [1, 2, 3].map((value) => ({ value, text: String(value) })),
  prefixes: actingPrefixes.map((value) => ({ value, text: value })),
};

/** Who signs, and the form for one more. */
export const signatoriesPage = (
  signatories: readonly Signatory[],
  today: string,
  form: Form<SignatoryForm>,
  words: Words,
) => ({
  title: 'certificates.signatories.title',
  ...choices,
  form,
  signatories: signatories.map((signatory) => signatoryRow(signatory, today, words)),
});

export const signatoryPage = (signatory: Signatory, form: Form<SignatoryForm>) => ({
  title: 'certificates.signatories.edit',
  ...choices,
  id: signatory.id,
  name: fullName(signatory),
  form,
});

function signatoryRow(signatory: Signatory, today: string, words: Words) {
  const { id, position, prefix, office, rank, nip, validFrom, validTo } = signatory;
  return {
    href: `/signatories/${id}`,
    name: fullName(signatory),
    detail: [prefix ? `${prefix} ${office}` : office, rank, nip && `NIP ${spacedNip(nip)}`]
      .filter(Boolean)
      .join(' · '),
    position: words.t('certificates.signatories.place', { position }),
    period: validTo
      ? words.t('certificates.signatories.fromTo', {
          from: words.calendarDay(validFrom),
          to: words.calendarDay(validTo),
        })
      : words.t('certificates.signatories.from', { from: words.calendarDay(validFrom) }),
    signs: signsOn(signatory, today),
  };
}
