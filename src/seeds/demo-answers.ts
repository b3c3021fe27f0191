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
}

/** The right answer to a question as it is stored. */
export function rightAnswer({ type, body }: Question, variant: number): unknown {
  const { correct, variants, accepted } = body as AnyBody;
  if (type === 'numeric') return String(variants?.[variant]?.correct ?? correct).replace('.', ',');
  if (type === 'short') return accepted?.[0] ?? '';
  return type === 'multiple' ? (correct as string[]).toSorted() : correct;
}

/** What somebody answers who does not know: half of it, another option, a number that is none of theirs. */
export function wrongAnswer({ type, body }: Question, chance: SeededRandom): unknown {
  const { correct, options = [] } = body as AnyBody;
  if (type === 'numeric') return '1';
  if (type === 'short') return 'belum tahu';
  if (type === 'truefalse') return !correct;
  if (type === 'multiple') return (correct as string[]).toSorted().slice(0, 1);
  const others = options.filter(({ id }) => id !== correct);
  return others[chance.below(others.length)]?.id ?? null;
}
