import type { Words } from '../platform/i18n/words.js';
import { halfUp } from '../platform/half-up.js';
import type { RubricCriterion } from '../courses/activity-content.js';
import { LEVEL_SCORES, type Levels, readLevel } from './rubric.js';

interface Arithmetic {
  /** Of the rubric, in 1/100 of a point as all of these. */
  before: number;
  penalty: number;
  daysLate: number;
  after: number;
}

/** How a score came about, a sentence a step: what the rubric gives, and what being late takes. */
export function arithmeticWords({ before, penalty, daysLate, after }: Arithmetic, words: Words): string[] {
  const rubric = words.t('assignments.arithmetic.rubric', { score: words.score(before) });
  if (penalty === 0) return [rubric];
  return [
    rubric,
    words.t('assignments.arithmetic.late', {
      count: daysLate,
      before: words.score(before),
      penalty: words.score(penalty),
      after: words.score(after),
    }),
  ];
}

/** How one member's score came from the group's; null where it is the same. */
export function factorWords(
  { group, factor, own }: { group: number; factor: number; own: number },
  words: Words,
): string | null {
  if (factor === 0) return null;
  return words.t('assignments.arithmetic.factor', {
    group: words.score(group),
    factor: `${factor > 0 ? '+' : '−'}${Math.abs(factor)}`,
    own: words.score(own),
  });
}

/** The criteria with the levels that were given, each with what it means and what it adds. */
export function judgedCriteria(rubric: readonly RubricCriterion[], levels: Levels, words: Words) {
  return rubric.map(({ key, name, weight, levels: meanings }) => {
    const level = readLevel(levels[key]);
    return {
      name,
      weight: percent(weight, words),
      level: level
        ? words.t('assignments.levelOf', { level, name: words.t(`assignments.levels.${level}`) })
        : '',
      meaning: level ? meanings[level] : '',
      points: level ? words.score(halfUp(LEVEL_SCORES[level] * weight, 10_000)) : '',
    };
  });
}

/** The criteria before anybody is judged, with all four levels from the best. */
export function rubricRows(rubric: readonly RubricCriterion[], words: Words) {
  return rubric.map(({ name, weight, levels }) => ({
    name,
    weight: percent(weight, words),
    levels: ([4, 3, 2, 1] as const).map((level) => ({
      level,
      name: words.t(`assignments.levels.${level}`),
      score: words.number(LEVEL_SCORES[level] / 100),
      text: levels[level],
    })),
  }));
}

/** Basis points as "25 %", with decimals only where there are some. */
const percent = (weight: number, words: Words): string =>
  `${words.number(weight / 100, weight % 100 === 0 ? 0 : 2)} %`;
