import { isPeerFactor } from '../assignments/peer-factor.js';
import { type Level, readLevel } from '../assignments/rubric.js';
import type { Form } from '../platform/web/form.js';
import type { Desk } from './desk.service.js';
import type { GradingForm } from './grading.form.js';
import { type Judgement, seenOf } from './judgement.js';

/** What the fields say; anything that is no level counts for nothing. */
export function judgementOf({ level, factor, feedback, reason, seen }: GradingForm): Judgement {
  const levels: Record<string, Level> = {};
  for (const [key, text] of Object.entries(level)) {
    const read = readLevel(text);
    if (read) levels[key] = read;
  }
  const factors = new Map(Object.entries(factor).map(([id, text]) => [Number(id), factorOf(text)]));
  return { levels, feedback, reason, factors, seen };
}

/** Rejects what may not be kept with this ending, each at its field. */
export function checkJudgement(
  form: Form<GradingForm>,
  { content, members, submission, gradings }: Desk,
  ending: 'draft' | 'published' | 'returned',
): void {
  if (!form.ok) return;
  const { levels, factors, feedback, reason, seen } = judgementOf(form.value);
  const corrects = submission.state === 'graded' && seen === seenOf(gradings.at(-1) ?? null);
  const known = new Set(members.map(({ enrolmentId }) => enrolmentId));
  const wrong = [...factors].some(([id, factor]) => !known.has(id) || !isPeerFactor(factor));
  if (wrong) form.reject('factor', 'grading.wrongFactor');
  if (Object.keys(levels).some((key) => !content.rubric.some((criterion) => criterion.key === key)))
    form.reject('level', 'forms.wrong');
  if (ending === 'published' && content.rubric.some(({ key }) => !levels[key]))
    form.reject('level', 'grading.levelsMissing');
  if (ending === 'published' && corrects && reason === '') form.reject('reason', 'grading.reasonMissing');
  if (ending === 'returned' && feedback === '') form.reject('feedback', 'grading.commentMissing');
}

/** '' is none; what is no number stays wrong. */
const factorOf = (text: string): number =>
  text === '' ? 0 : /^[+-]?\d{1,2}$/.test(text) ? Number(text) : NaN;
