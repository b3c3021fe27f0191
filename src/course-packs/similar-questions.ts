import type { OptionsBody } from '../quizzes/question-types/options.js';
import type { PackQuestion } from './course-pack.js';

/** Two questions that ask nearly the same. */
export interface SimilarQuestions {
  keys: [string, string];
  /** Of the word triples of both, the share that both have; percent. */
  percent: number;
}

type Asked = Pick<PackQuestion, 'key' | 'stem' | 'body'>;

/** From here on two questions are taken for the same one, asked twice. */
const SIMILAR = 50;

/**
 * Pairs whose stems and options share at least half of their word triples (Jaccard similarity of shingles of three
 * words). Case, punctuation and the order of options make no difference; other numbers do.
 */
export function similarQuestions(questions: readonly Asked[]): SimilarQuestions[] {
  const known = questions.map((question) => ({ key: question.key, shingles: shinglesOf(question) }));
  return known.flatMap((first, index) =>
    known.slice(index + 1).flatMap((second): SimilarQuestions[] => {
      const percent = similarity(first.shingles, second.shingles);
      return percent >= SIMILAR ? [{ keys: [first.key, second.key], percent }] : [];
    }),
  );
}

/** Triples within a text each, so that the order of options is none of the question's words. */
function shinglesOf({ stem, body }: Asked): Set<string> {
  const { options = [] } = body as Partial<OptionsBody>;
  return new Set([stem, ...options.map(({ text }) => text)].flatMap(triples));
}

function triples(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(2).map((last, index) => `${words[index]} ${words[index + 1]} ${last}`);
}

function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : Math.round((shared * 100) / all);
}
