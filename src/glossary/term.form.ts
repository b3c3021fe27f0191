import { LONGEST_MEANING, LONGEST_SPELLING } from '../courses/glossary-term.js';
import { Text, Whole } from '../platform/web/fields.js';
import { Form } from '../platform/web/form.js';
import {
  aliasesOf,
  areTooMany,
  MOST_ALIASES,
  plain,
  type StatedTerm,
  type TakenSpelling,
} from './stated-term.js';

const course = { min: 1, max: 2_147_483_647, optional: true };

/** Whose glossary, and what is looked for in it. */
export class GlossaryQuery {
  @Whole(course) course: number | null;
  @Text({ max: 60, optional: true }) q = '';
}

export class TermForm {
  /** Of a new term. */
  @Whole(course) course: number | null;
  /** The edition that the page showed. */
  @Text({ max: 16, optional: true }) seen: string;
  @Text({ max: LONGEST_SPELLING }) term: string;
  @Text({ max: 1000, optional: true }) aliases: string;
  @Text({ max: LONGEST_MEANING }) meaning: string;
}

/** "Take it out." */
export class TermRemovalForm {
  @Text({ max: 16, optional: true }) seen: string;
}

export const formOf = ({ term, aliases, meaning }: StatedTerm): Form<TermForm> =>
  Form.showing<TermForm>({ term, aliases: aliases.join('\n'), meaning });

/** What a form without errors says. */
export function statedBy({ term, aliases, meaning }: TermForm): StatedTerm {
  const plainTerm = plain(term);
  return { term: plainTerm, aliases: aliasesOf(aliases, plainTerm), meaning: plain(meaning) };
}

/** The same form with what only its lines together show. */
export function judged(form: Form<TermForm>): Form<TermForm> {
  if (form.ok && areTooMany(statedBy(form.value).aliases))
    form.reject('aliases', 'glossary.edit.tooMany', { most: MOST_ALIASES, longest: LONGEST_SPELLING });
  return form;
}

export function withTaken(form: Form<TermForm>, taken: readonly TakenSpelling[]): Form<TermForm> {
  for (const { field, spelling, term } of taken.toReversed())
    form.reject(field, 'glossary.edit.taken', { spelling, term });
  return form;
}
