import { Choice, Day, Text, Whole } from '../platform/web/fields.js';
import { Form } from '../platform/web/form.js';
import { factFlags, type StatedFact } from './stated-fact.js';

export const factFilters = ['due', 'flagged', 'all'] as const;
export type FactFilter = (typeof factFilters)[number];

/** Which facts to list. */
export class FactsQuery {
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) course: number | null;
  @Choice(factFilters) show: FactFilter = 'due';
  @Whole({ min: 1, max: 10_000 }) page = 1;
}

/** "I looked, and it holds." */
export class FactLookForm {
  /** The edition that the page showed. */
  @Text({ max: 16, optional: true }) seen: string;
}

export class FactForm {
  @Text({ max: 16, optional: true }) seen: string;
  @Text({ max: 120 }) value: string;
  @Text({ max: 40, optional: true }) unit: string;
  @Text({ max: 160 }) source: string;
  @Day({ optional: true }) expiresOn: string;
  @Choice(factFlags, { optional: true }) flag: StatedFact['flag'];
  @Text({ max: 1000, optional: true }) note: string;
}

export const formOf = ({ value, unit, source, expiresOn, flag, note }: StatedFact): Form<FactForm> =>
  Form.showing<FactForm>({ value, unit, source, expiresOn, flag, note });

/** What a form without errors says. */
export function statedBy({ value, unit, source, expiresOn, flag, note }: FactForm): StatedFact {
  return {
    value,
    unit: unit || null,
    source,
    expiresOn: expiresOn || null,
    flag: flag ?? null,
    note: note || null,
  };
}
