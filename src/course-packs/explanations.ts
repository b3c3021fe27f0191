import type { OptionsBody } from '../quizzes/question-types/options.js';
import type { PackQuestion } from './course-pack.js';

/** Whether a question explains each of its options or, where it has none, its answer. An essay has a grader. */
export function isExplained({ type, body }: Pick<PackQuestion, 'type' | 'body'>): boolean {
  if (type === 'essay') return true;
  const { options = [], explanation } = body as Partial<OptionsBody>;
  const isOfOptions = type === 'single' || type === 'multiple';
  const given = isOfOptions ? options.map((option) => option.explanation) : [explanation];
  return given.length > 0 && given.every((text) => text !== undefined && text.trim() !== '');
}
