/**
 * Something wrong in the JSON of a piece of content, from an editor or an import: where (`options.1.text`) and what.
 * The page words it.
 */
export interface ContentProblem {
  at: string;
  problem: ContentProblemName;
}

export type ContentProblemName =
  | 'missing'
  | 'unknown-field'
  | 'wrong-kind'
  | 'empty'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'out-of-range'
  | 'bad-letter'
  | 'duplicate'
  | 'unknown-option'
  | 'no-wrong-option'
  | 'unknown-placeholder'
  | 'unused-value'
  | 'unknown-type'
  | 'weights-not-100';

/** Judges one value found at a place of the content; `undefined` is a field that is not there. */
export type Check = (value: unknown, at: string) => ContentProblem[];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these fields and no other, so that a misspelt name is found and not ignored. */
export const fields =
  (checks: Record<string, Check>): Check =>
  (value, at) => {
    if (!isRecord(value)) return [{ at, problem: 'wrong-kind' }];
    const inside = (name: string): string => (at ? `${at}.${name}` : name);
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(checks, name));
    return [
      ...Object.entries(checks).flatMap(([name, check]) => check(value[name], inside(name))),
      ...unknown.map((name): ContentProblem => ({ at: inside(name), problem: 'unknown-field' })),
    ];
  };

export const optional =
  (check: Check): Check =>
  (value, at) =>
    value === undefined ? [] : check(value, at);

/** Text with something in it, of at most `longest` characters. */
export const text =
  (longest: number): Check =>
  (value, at) => {
    if (value === undefined) return [{ at, problem: 'missing' }];
    if (typeof value !== 'string') return [{ at, problem: 'wrong-kind' }];
    if (value.trim() === '') return [{ at, problem: 'empty' }];
    return value.length > longest ? [{ at, problem: 'too-long' }] : [];
  };

export const truth: Check = (value, at) => {
  if (value === undefined) return [{ at, problem: 'missing' }];
  return typeof value === 'boolean' ? [] : [{ at, problem: 'wrong-kind' }];
};

/** A number within bounds, written with at most six decimals. */
export const number =
  (least: number, most: number): Check =>
  (value, at) => {
    if (value === undefined) return [{ at, problem: 'missing' }];
    if (typeof value !== 'number') return [{ at, problem: 'wrong-kind' }];
    const isPlain = /^-?\d+(\.\d{1,6})?$/.test(String(value));
    return isPlain && value >= least && value <= most ? [] : [{ at, problem: 'out-of-range' }];
  };

/** A list of `least` to `most` members, each passing `check`. */
export const list =
  (check: Check, least: number, most: number): Check =>
  (value, at) => {
    if (value === undefined) return [{ at, problem: 'missing' }];
    if (!Array.isArray(value)) return [{ at, problem: 'wrong-kind' }];
    if (value.length < least) return [{ at, problem: 'too-few' }];
    if (value.length > most) return [{ at, problem: 'too-many' }];
    return value.flatMap((member, index) => check(member, `${at}.${index}`));
  };

/** Points at each member whose key an earlier one has. */
export function duplicates(keys: readonly string[], place: (index: number) => string): ContentProblem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ at: place(index), problem: 'duplicate' as const }] : [],
  );
}
