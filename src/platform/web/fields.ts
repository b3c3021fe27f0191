import { applyDecorators } from '@nestjs/common';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  type ValidationOptions,
} from 'class-validator';
import { PRINTABLE } from '../printable.js';

type Read = (given: unknown, name: string, body: Readonly<Record<string, unknown>>) => unknown;
interface Field {
  name: string;
  read: Read;
}

const registry = new WeakMap<object, Field[]>();

/** The fields that a form class names, in the order of the class. */
export const fieldsOf = (type: abstract new () => object): readonly Field[] =>
  registry.get(type.prototype) ?? [];

const reads =
  (read: Read): PropertyDecorator =>
  (target, name) => {
    registry.set(target, [...(registry.get(target) ?? []), { name: String(name), read }]);
  };

/** A class-validator message that is a key of the catalogues, with its values beside it. */
const says = (key: string, values: Record<string, string | number> = {}): ValidationOptions => ({
  message: key,
  context: values,
});

/** Trimmed, composed (NFC), line ends as \n; a text with control characters is left to fail. */
function readText(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  return given.replaceAll('\r\n', '\n').normalize('NFC').trim();
}

interface TextRule {
  max: number;
  optional?: boolean;
  pattern?: RegExp;
  /** Key of the sentence that a wrong pattern gets. */
  patternSays?: string;
}

/** One text. Optional ones are '' when left out. */
export function Text({
  max,
  optional = false,
  pattern,
  patternSays = 'forms.wrong',
}: TextRule): PropertyDecorator {
  const checks: PropertyDecorator[] = [
    reads((given) => readText(given) ?? ''),
    IsString(says('forms.wrong')),
    MaxLength(max, says('forms.tooLong', { max })),
    Matches(PRINTABLE, says('forms.strangeCharacters')),
  ];
  if (!optional) checks.push(MinLength(1, says('forms.required')));
  if (pattern)
    checks.push(
      Matches(optional ? new RegExp(`^$|${pattern.source}`, pattern.flags) : pattern, says(patternSays)),
    );
  return applyDecorators(...checks);
}

/** A password: kept exactly as typed. */
export function Secret(): PropertyDecorator {
  return applyDecorators(
    reads((given) => given ?? ''),
    IsString(says('forms.wrong')),
    MaxLength(128, says('forms.tooLong', { max: 128 })),
    MinLength(1, says('forms.required')),
  );
}

const wholeNumber = (given: unknown): unknown => {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string' || given.trim() === '') return null;
  return /^-?\d{1,15}$/.test(given.trim()) ? Number(given.trim()) : Number.NaN;
};

/** A whole number, typed or as JSON has it; an optional one is null when left empty. */
export function Whole({
  min,
  max,
  optional = false,
}: {
  min: number;
  max: number;
  optional?: boolean;
}): PropertyDecorator {
  return applyDecorators(
    reads(wholeNumber),
    ...(optional ? [IsOptional()] : []),
    IsInt(says('forms.wholeNumber')),
    Min(min, says('forms.atLeast', { min })),
    Max(max, says('forms.atMost', { max })),
  );
}

const scoreInHundredths = (given: unknown): unknown => {
  if (typeof given !== 'string' || given.trim() === '') return null;
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(given.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN;
};

/** A score from 0 to 100 with up to two decimals, comma or point; the value is in hundredths. */
export function ScoreField({ optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    reads(scoreInHundredths),
    ...(optional ? [IsOptional()] : []),
    IsInt(says('forms.score')),
    Min(0, says('forms.score')),
    Max(10_000, says('forms.score')),
  );
}

/** What came, as it came: one text, several, or a value of JSON. Whoever knows its shape judges it. */
export function AsGiven(): PropertyDecorator {
  return applyDecorators(
    reads((given) => given),
    Allow(),
  );
}

/** One of a list of values. */
export function Choice(options: readonly string[], { optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    reads((given) => (given === '' || given === undefined ? null : given)),
    ...(optional ? [IsOptional()] : []),
    IsIn(options, says('forms.choose')),
  );
}

/** A tick box. */
export function Flag(): PropertyDecorator {
  return applyDecorators(
    reads((given) => given === 'on' || given === 'true' || given === '1' || given === true),
    IsBoolean(says('forms.wrong')),
  );
}

/** A calendar day as a date field sends it, 2027-08-24; an optional one is '' when left empty. */
export function Day({ optional = false } = {}): PropertyDecorator {
  return Text({
    max: 10,
    optional,
    pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    patternSays: 'forms.day',
  });
}

const listOf = (given: unknown): unknown =>
  given === undefined ? [] : Array.isArray(given) ? given : [given];

/** Several ticked values of one name. */
export function Several({ max = 500 } = {}): PropertyDecorator {
  return applyDecorators(
    reads(listOf),
    IsArray(says('forms.wrong')),
    ArrayMaxSize(max, says('forms.tooMany', { max })),
    IsString({ each: true, ...says('forms.wrong') }),
  );
}

/** Several ids of one name; what is no positive whole number makes the field wrong. */
export function Ids({ max = 500 } = {}): PropertyDecorator {
  return applyDecorators(
    reads((given) => {
      const list = listOf(given);
      return Array.isArray(list)
        ? list.map((item) => (/^[1-9]\d{0,9}$/.test(String(item)) ? Number(item) : Number.NaN))
        : list;
    }),
    IsArray(says('forms.wrong')),
    ArrayMaxSize(max, says('forms.tooMany', { max })),
    IsInt({ each: true, ...says('forms.wrong') }),
  );
}

/** The fields `name[key]=text` of one form as a plain map; a text longer than `max` makes the field wrong. */
export function Keyed({ max = 200, entries = 500 } = {}): PropertyDecorator {
  return applyDecorators(
    reads((given, name, body) => given ?? collect(name, body, max, entries)),
    IsObject(says('forms.wrong')),
  );
}

function collect(
  name: string,
  body: Readonly<Record<string, unknown>>,
  max: number,
  entries: number,
): unknown {
  const found = Object.entries(body).filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
  const right = found.every(([, text]) => typeof text === 'string' && text.length <= max);
  if (!right || found.length > entries) return null;
  return Object.fromEntries(found.map(([key, text]) => [key.slice(name.length + 1, -1), readText(text)]));
}
