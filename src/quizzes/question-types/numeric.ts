import { readTypedNumber } from '../../platform/i18n/typed-number.js';
import {
  type ContentProblem,
  fields,
  isRecord,
  list,
  number,
  optional,
  text,
} from '../../courses/content-check.js';
import { explained, type Explained, NOTHING_DRAWN, type QuestionType } from './question-type.js';
import { typedText } from './typed-text.js';

/**
 * A number, right within `tolerance` either way. With `variants` the stem's `{name}` places are filled from the
 * set that the attempt drew, each set with its own right number. An answer is the text as typed; it is read as
 * `readTypedNumber` tells, after the unit has been taken off its end.
 */
export interface NumericBody extends Explained {
  correct?: number;
  variants?: { values: Record<string, string>; correct: number }[];
  tolerance: number;
  unit?: string;
}

/** Sets of numbers that one question may have. */
export const MOST_VARIANTS = 50;

const LARGEST = 1e12;
const PLACEHOLDER = /\{([a-z][a-z0-9_]*)\}/g;
const correctNumber = number(-LARGEST, LARGEST);
const rest = { ...explained, tolerance: number(0, LARGEST), unit: optional(text(40)) };
const values = (value: unknown, at: string): ContentProblem[] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([name, filling]) => text(100)(filling, `${at}.${name}`))
    : [{ at, problem: 'wrong-kind' }];
const plain = fields({ ...rest, correct: correctNumber });
const varied = fields({
  ...rest,
  variants: list(fields({ values, correct: correctNumber }), 2, MOST_VARIANTS),
});

export const numeric: QuestionType<NumericBody, string> = {
  check(body, stem) {
    if (!isRecord(body) || body.variants === undefined)
      return [...plain(body, ''), ...checkPlaces(stem, {}, '')];
    const problems = varied(body, '');
    if (problems.length > 0) return problems;
    return ((body as unknown as NumericBody).variants ?? []).flatMap((variant, index) =>
      checkPlaces(stem, variant.values, `variants.${index}.values`),
    );
  },
  draw: ({ variants }, random) =>
    variants ? { optionOrder: [], variant: random.below(variants.length) } : NOTHING_DRAWN,
  show: (body, _drawn, value) => ({
    type: 'numeric',
    typed: value ?? '',
    reading: value === null ? null : (readNumber(body, value) ?? null),
    unit: body.unit ?? null,
  }),
  read(body, _drawn, given) {
    const typed = typedText(given, 60);
    if ('problem' in typed || typed.value === null) return typed;
    return readNumber(body, typed.value) === undefined ? { problem: 'not-a-number' } : typed;
  },
  score(body, drawn, value, points) {
    const given = value === null ? undefined : readNumber(body, value);
    const right = correctOf(body, drawn.variant);
    return given !== undefined && isWithin(given, String(right), String(body.tolerance)) ? points : 0;
  },
  correct: (body, drawn) => ({
    kind: 'number',
    number: correctOf(body, drawn.variant),
    tolerance: body.tolerance,
    unit: body.unit ?? null,
  }),
  stem: (stem, { variants }, { variant }) =>
    stem.replace(PLACEHOLDER, (place, name: string) => variants?.[variant]?.values[name] ?? place),
};

const correctOf = ({ correct, variants }: NumericBody, variant: number): number =>
  variants?.[variant]?.correct ?? correct ?? Number.NaN;

function readNumber({ unit }: NumericBody, typed: string): string | undefined {
  const hasUnit = unit !== undefined && typed.toLowerCase().endsWith(unit.toLowerCase());
  return readTypedNumber(hasUnit ? typed.slice(0, -unit.length) : typed);
}

/** |a − b| ≤ tolerance on decimal texts, exactly: in floating point 1.1 − 1 exceeds 0.1. */
function isWithin(a: string, b: string, tolerance: string): boolean {
  const places = Math.max(...[a, b, tolerance].map((decimal) => decimal.split('.')[1]?.length ?? 0));
  const whole = (decimal: string): bigint => {
    const [left = '', right = ''] = decimal.split('.');
    return BigInt(left + right.padEnd(places, '0'));
  };
  const distance = whole(a) - whole(b);
  return (distance < 0n ? -distance : distance) <= whole(tolerance);
}

/** Every place in the stem has a value and every value a place. */
function checkPlaces(stem: string, given: Record<string, string>, at: string): ContentProblem[] {
  const places = new Set([...stem.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
  const unfilled = [...places].filter((name) => !Object.hasOwn(given, name));
  const unused = Object.keys(given).filter((name) => !places.has(name));
  return [
    ...unfilled.map((name): ContentProblem => ({
      at: at ? `${at}.${name}` : 'stem',
      problem: 'unknown-placeholder',
    })),
    ...unused.map((name): ContentProblem => ({ at: `${at}.${name}`, problem: 'unused-value' })),
  ];
}
