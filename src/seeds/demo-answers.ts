import type { SeededRandom } from '../quizzes/seeded-random.js';

interface Question {
  type: string;
  body: unknown;
}

interface AnyBody {
  correct?: unknown;
  options?: { id: string }[];
  variants?: { correct: number }[];
  accepted?: string[];
  tolerance?: number;
}

/** The right answer to a question as it is stored. */
export function rightAnswer({ type, body }: Question, variant: number): unknown {
  const { correct, variants, accepted } = body as AnyBody;
  if (type === 'numeric') return String(variants?.[variant]?.correct ?? correct).replace('.', ',');
  if (type === 'short') return accepted?.[0] ?? '';
  return type === 'multiple' ? (correct as string[]).toSorted() : correct;
}

/** What somebody answers who does not know: half of it, another option, a number that is not far off. */
export function wrongAnswer({ type, body }: Question, variant: number, chance: SeededRandom): unknown {
  const { correct, options = [] } = body as AnyBody;
  if (type === 'numeric') return wrongNumber(body as AnyBody, variant, chance);
  if (type === 'short') return 'belum tahu';
  if (type === 'truefalse') return !correct;
  if (type === 'multiple') return (correct as string[]).toSorted().slice(0, 1);
  const others = options.filter(({ id }) => id !== correct);
  return others[chance.below(others.length)]?.id ?? null;
}

/** As people go wrong: a factor of ten, half, double, a year of ten months, one too many. */
function wrongNumber(
  { correct, variants, tolerance = 0 }: AnyBody,
  variant: number,
  chance: SeededRandom,
): string {
  const right = Number(variants?.[variant]?.correct ?? correct);
  const slips = [right * 10, right / 10, right / 2, right * 2, (right * 10) / 12, right + 1 + 2 * tolerance];
  const slip = slips[chance.below(slips.length)] ?? right + 1;
  const wrong = Math.abs(slip - right) > tolerance ? slip : right + 1 + 2 * tolerance;
  return String(Math.round(wrong * 100) / 100).replace('.', ',');
}
