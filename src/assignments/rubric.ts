import type { RubricCriterion } from '../courses/activity-content.js';
import { type ContentProblem, duplicates, fields, list, number, text } from '../courses/content-check.js';
import { halfUp } from '../platform/half-up.js';

/** 4 Unggul, 3 Memenuhi, 2 Berkembang, 1 Belum. */
export type Level = 1 | 2 | 3 | 4;

/** What a level is worth, in 1/100 of a point: the same for every criterion of every task. */
export const LEVEL_SCORES: Readonly<Record<Level, number>> = { 4: 10_000, 3: 8000, 2: 6000, 1: 4000 };

const WHOLE = 10_000;
const anchor = text(600);
const shape = list(
  fields({
    key: text(60),
    name: text(120),
    weight: number(1, WHOLE),
    levels: fields({ 1: anchor, 2: anchor, 3: anchor, 4: anchor }),
  }),
  1,
  12,
);

/** All that is wrong with a rubric, from an editor or an import; one without problems is a list of
 * `RubricCriterion`. */
export function checkRubric(rubric: unknown, at: string): ContentProblem[] {
  const problems = shape(rubric, at);
  if (problems.length > 0) return problems;
  const criteria = rubric as RubricCriterion[];
  const keys = criteria.map(({ key }) => key);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...duplicates(keys, (index) => `${at}.${index}.key`),
    ...(total === WHOLE ? [] : [{ at, problem: 'weights-not-100' as const }]),
  ];
}

/** The levels given so far, by the key of the criterion. */
export type Levels = Readonly<Partial<Record<string, Level>>>;

type Weighed = Pick<RubricCriterion, 'key' | 'weight'>;

/**
 * The score of work, in 1/100 of a point, half up: each criterion's level by its weight. Until every criterion has
 * its level there is no score, and `missing` names those without. Levels of other keys count for nothing.
 */
export function rubricScore(
  rubric: readonly Weighed[],
  levels: Levels,
): { score: number | null; missing: string[] } {
  const given = rubric.map(({ key, weight }) => ({ key, weight, level: readLevel(levels[key]) }));
  const missing = given.flatMap(({ key, level }) => (level === undefined ? [key] : []));
  if (missing.length > 0) return { score: null, missing };
  const weighed = given.reduce(
    (sum, { weight, level }) => sum + weight * (level ? LEVEL_SCORES[level] : 0),
    0,
  );
  return { score: halfUp(weighed, WHOLE), missing };
}

/** A level as a form sends it (`'3'`) or JSON (`3`); `undefined` for anything else. */
export function readLevel(given: unknown): Level | undefined {
  const level = typeof given === 'string' && /^[1-4]$/.test(given) ? Number(given) : given;
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : undefined;
}
