import type { Words } from '../platform/i18n/words.js';
import type { Message } from '../platform/access/refusals.js';
import { Form } from '../platform/web/form.js';

/** What was typed into a form of the desk, by the names of its fields, and what is wrong at which. */
export type DeskForm = Form<Record<string, unknown>>;

export function deskForm(values: Record<string, unknown>, errors: Record<string, Message> = {}): DeskForm {
  const form = Form.showing<Record<string, unknown>>(values);
  for (const [name, { key, values: more }] of Object.entries(errors)) form.reject(name, key, more);
  return form;
}

/** What is wrong at a field in words; null where nothing is. */
export function errorAt({ errors }: DeskForm, name: string, words: Words): string | null {
  const error = errors[name];
  return error ? words.t(error.key, error.values) : null;
}

interface Look {
  hint?: string;
  /** Of an area; a line where left out. */
  rows?: number;
  /** What may be chosen. */
  options?: { value: string; text: string }[];
  inputmode?: string;
}

/** One labelled field for the partial `desk/_field`. */
export const typedField =
  (form: DeskForm, words: Words) =>
  (name: string, label: string, look: Look = {}) => ({
    name,
    label,
    value: form.values[name] ?? '',
    error: errorAt(form, name, words),
    ...look,
  });

/** Rows `name[row]` as the fields of a form. */
export const rowValues = (name: string, rows: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(rows).map(([row, text]) => [`${name}[${row}]`, text]));
