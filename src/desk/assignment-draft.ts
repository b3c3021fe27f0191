import { FILE_KINDS, type FileKind } from '../assignments/accepted-files.js';
import { checkRubric } from '../assignments/rubric.js';
import type { AssignmentSource, RubricCriterion } from '../courses/activity-content.js';
import { type ContentProblem, text } from '../courses/content-check.js';
import { readTypedNumber } from '../platform/i18n/typed-number.js';

export const RUBRIC_LEVELS = [4, 3, 2, 1] as const;
export const MOST_CRITERIA = 12;

const MEGABYTE = 1_000_000;
const instructionText = text(20_000);

/** A criterion as typed; its key stays the same when its name changes. */
export interface DraftCriterion {
  key: string;
  name: string;
  /** Per cent. */
  weight: string;
  levels: Record<1 | 2 | 3 | 4, string>;
}

/** An assignment as the fields of its form hold it. */
export interface AssignmentDraft {
  instructions: string;
  accepts: string[];
  maxMegabytes: string;
  maxFiles: string;
  rubric: DraftCriterion[];
}

export const assignmentDraftOf = (source: AssignmentSource): AssignmentDraft => ({
  instructions: source.instructions,
  accepts: source.accepts,
  maxMegabytes: String(Math.ceil(source.maxBytes / MEGABYTE)),
  maxFiles: String(source.maxFiles),
  rubric: source.rubric.map(({ weight, ...criterion }) => ({
    ...criterion,
    weight: String(weight / 100).replace('.', ','),
  })),
});

/** What the form of a new assignment holds: the files of a phone, and one criterion to begin with. */
export const blankAssignment = (): AssignmentDraft =>
  withCriterion({
    instructions: '',
    accepts: ['pdf', 'jpg', 'png'],
    maxMegabytes: '10',
    maxFiles: '3',
    rubric: [],
  });

/** What is published; `handsIn` is false where the work is graded live and nothing is handed in. */
export function assignmentSource(draft: AssignmentDraft, handsIn: boolean): AssignmentSource {
  const { instructions, accepts, maxMegabytes, maxFiles } = draft;
  const rubric = draft.rubric.map(({ key, name, weight, levels }): RubricCriterion => ({
    key,
    name,
    weight: basisPoints(weight),
    levels: { 4: levels[4], 3: levels[3], 2: levels[2], 1: levels[1] },
  }));
  if (!handsIn) return { instructions, accepts: [], maxBytes: 0, maxFiles: 0, rubric };
  return {
    instructions,
    accepts: accepts.filter(isKind),
    maxBytes: whole(maxMegabytes) * MEGABYTE,
    maxFiles: whole(maxFiles),
    rubric,
  };
}

/** What is wrong with a draft, by the field of the form; one problem a field. */
export function assignmentProblems(
  draft: AssignmentDraft,
  handsIn: boolean,
): Record<string, ContentProblem['problem']> {
  const source = assignmentSource(draft, handsIn);
  const found = [
    ...instructionText(source.instructions, 'instructions'),
    ...checkRubric(source.rubric, 'rubric'),
  ];
  const problems: Record<string, ContentProblem['problem']> = {};
  for (const { at, problem } of found) problems[fieldAt(at, draft)] ??= problem;
  if (!handsIn) return problems;
  if (source.accepts.length === 0) problems['accepts'] = 'missing';
  if (!isBetween(whole(draft.maxMegabytes), 100)) problems['maxMegabytes'] = 'out-of-range';
  if (!isBetween(whole(draft.maxFiles), 20)) problems['maxFiles'] = 'out-of-range';
  return problems;
}

/** With one more criterion, under a key that none has. */
export function withCriterion(draft: AssignmentDraft): AssignmentDraft {
  if (draft.rubric.length >= MOST_CRITERIA) return draft;
  const numbers = draft.rubric.map(({ key }) => Number(/^kriteria-(\d{1,4})$/.exec(key)?.[1] ?? 0));
  const key = `kriteria-${Math.max(draft.rubric.length, ...numbers) + 1}`;
  const levels = { 4: '', 3: '', 2: '', 1: '' };
  return { ...draft, rubric: [...draft.rubric, { key, name: '', weight: '', levels }] };
}

export const withoutCriterion = (draft: AssignmentDraft, key: string): AssignmentDraft => ({
  ...draft,
  rubric: draft.rubric.filter((criterion) => criterion.key !== key),
});

const isKind = (kind: string): kind is FileKind => Object.hasOwn(FILE_KINDS, kind);
const whole = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN);
const isBetween = (number: number, most: number): boolean => number >= 1 && number <= most;

/** `12,5` per cent is 1250; what is no number, or finer than that, is none. */
function basisPoints(typed: string): number {
  const [units = '', decimals = ''] = (readTypedNumber(typed) ?? '').split('.');
  return units === '' || decimals.length > 2 ? Number.NaN : Number(units + decimals.padEnd(2, '0'));
}

/** `rubric.1.levels.4` of the content is the field `level4[key of the second]` of the form. */
function fieldAt(at: string, { rubric }: AssignmentDraft): string {
  const [first = '', index = '', inner, level] = at.split('.');
  const key = rubric[Number(index)]?.key ?? '';
  if (first !== 'rubric' || inner === undefined) return first;
  return inner === 'levels' ? `level${level}[${key}]` : `${inner}[${key}]`;
}
