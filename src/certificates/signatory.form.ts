import { Form } from '../platform/web/form.js';
import { Choice, Day, Text, Whole } from '../platform/web/fields.js';
import type { SignatoryTerm } from './signatories-on-day.js';

/** Who acts for the holder of an office, after the usage of Indonesian offices. */
export const actingPrefixes = ['Plt.', 'Plh.', 'Pj.', 'a.n.'] as const;

export class SignatoryForm {
  @Whole({ min: 1, max: 3 }) position: number;
  @Choice(actingPrefixes, { optional: true }) prefix: string | null;
  @Text({ max: 160 }) office: string;
  @Text({ max: 60, optional: true }) nameBefore: string;
  @Text({ max: 160 }) name: string;
  @Text({ max: 60, optional: true }) nameAfter: string;
  @Text({ max: 80, optional: true }) rank: string;
  @Text({
    max: 30,
    optional: true,
    pattern: /^(?:\d ?){18}$/,
    patternSays: 'certificates.signatories.wrongNip',
  })
  nip: string;
  @Day() validFrom: string;
  @Day({ optional: true }) validTo: string;
}

/** What a form without errors says. */
export function termOf(form: SignatoryForm): SignatoryTerm {
  const { position, office, nameBefore, name, nameAfter, validFrom } = form;
  return {
    position,
    prefix: form.prefix ?? '',
    office,
    nameBefore,
    name,
    nameAfter,
    rank: form.rank || null,
    nip: form.nip.replaceAll(' ', '') || null,
    validFrom,
    validTo: form.validTo || null,
  };
}

/** The form of a signatory, or of a new one from a day on. */
export function formOf(term: SignatoryTerm | null, today: string): Form<SignatoryForm> {
  return Form.showing<SignatoryForm>(
    term ? { ...term, validTo: term.validTo ?? '' } : { position: 1, validFrom: today },
  );
}
