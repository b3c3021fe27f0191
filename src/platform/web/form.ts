import { validateSync, type ValidationError } from 'class-validator';
import type { Message } from '../access/refusals.js';
import { fieldsOf } from './fields.js';

export type FormClass<T extends object> = new () => T;
type Raw = Readonly<Record<string, unknown>>;

/**
 * One submitted form: the typed value, what the person typed, and what is wrong with it at which field.
 * Only the fields that the class names are read; everything else in the body is ignored.
 */
export class Form<T extends object> {
  readonly errors: Record<string, Message> = {};

  private constructor(
    readonly value: T,
    /** As typed, for showing the page again. */
    readonly values: Readonly<Record<string, unknown>>,
  ) {}

  /** A form to show for the first time. */
  static showing<T extends object>(values: Partial<Record<keyof T & string, unknown>> = {}): Form<T> {
    return new Form<T>({} as T, values);
  }

  static read<T extends object>(type: FormClass<T>, body: unknown): Form<T> {
    const raw = isRecord(body) ? body : {};
    const { value, typed } = fill(type, raw);
    const form = new Form<T>(value, typed);
    for (const error of validateSync(value, { stopAtFirstError: true })) {
      form.errors[error.property] = messageOf(error);
    }
    return form;
  }

  /** Reads a query string: a field that is wrong keeps the class's own default. */
  static readLenient<T extends object>(type: FormClass<T>, query: unknown): T {
    const form = Form.read(type, query);
    const fallback = new type();
    for (const name of Object.keys(form.errors)) Reflect.set(form.value, name, Reflect.get(fallback, name));
    return form.value;
  }

  get ok(): boolean {
    return Object.keys(this.errors).length === 0;
  }

  /** The field that gets the focus when the page is shown again. */
  get firstWrong(): string | undefined {
    return Object.keys(this.errors)[0];
  }

  /** Adds what only a service can know: the address is taken, the password is wrong. */
  reject(name: keyof T & string, key: string, values?: Message['values']): this {
    this.errors[name] = values ? { key, values } : { key };
    return this;
  }
}

const isRecord = (body: unknown): body is Raw =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

function fill<T extends object>(type: FormClass<T>, raw: Raw): { value: T; typed: Record<string, unknown> } {
  const value = new type();
  const typed: Record<string, unknown> = {};
  for (const { name, read } of fieldsOf(type)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    typed[name] = given;
    const result = read(given, name, raw);
    if (result !== undefined) Reflect.set(value, name, result);
  }
  return { value, typed };
}

function messageOf(error: ValidationError): Message {
  const [kind, key] = Object.entries(error.constraints ?? {})[0] ?? ['', 'forms.wrong'];
  const values = (error.contexts?.[kind] ?? {}) as Record<string, string | number>;
  return { key, values };
}
