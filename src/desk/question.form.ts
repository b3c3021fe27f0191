import { QUESTION_LEVELS } from '../courses/question-level.js';
import { Choice, Flag, Keyed, Several, Text, Whole } from '../platform/web/fields.js';
import { MOST_VARIANTS } from '../quizzes/question-types/numeric.js';
import { QUESTION_TYPE_NAMES, type QuestionTypeName } from '../quizzes/question-types/question-type.js';
import type { QuestionDraft } from './question-draft.js';

const ROOM = 25_000;
const Typed = () => Text({ max: ROOM, optional: true });

/** What the button at the end of a form of the desk asks for. */
export type Step = 'publish' | 'add' | 'preview';

/** Every field of every type; a form shows those of its own. What is right in them, the types judge. */
export class QuestionForm implements QuestionDraft {
  @Choice(QUESTION_TYPE_NAMES) type: QuestionTypeName;
  @Typed() stem: string;
  @Typed() level: string;
  @Typed() outcome: string;
  @Flag() mustPass: boolean;
  @Typed() explanation: string;
  @Keyed({ max: ROOM, entries: 20 }) option: Record<string, string>;
  @Keyed({ max: ROOM, entries: 20 }) why: Record<string, string>;
  @Several({ max: 20 }) right: string[];
  @Flag() fixedOrder: boolean;
  @Typed() truth: string;
  @Keyed({ max: ROOM, entries: MOST_VARIANTS }) values: Record<string, string>;
  @Keyed({ max: ROOM, entries: MOST_VARIANTS }) answer: Record<string, string>;
  @Typed() tolerance: string;
  @Typed() unit: string;
  @Typed() accepted: string;
  @Typed() guidance: string;
  @Typed() example: string;
  @Typed() maxLength: string;
  /** The state that the form was opened with. */
  @Text({ max: 40, optional: true }) seen: string;
  @Choice(['publish', 'add', 'preview']) step: Step;
  /** Of a new one: where it belongs, and the key that it will have, so that sent twice it is made once. */
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) session: number | null;
  @Text({ max: 60, optional: true, pattern: /^soal-[a-z\d]{12}$/ }) key: string;
}

export class NewQuestionQuery {
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) course: number | null = null;
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) session: number | null = null;
  @Choice(QUESTION_TYPE_NAMES, { optional: true }) type: QuestionTypeName | null = null;
}

export class QuestionQuery {
  /** An older version whose text the form is to hold. */
  @Whole({ min: 1, max: 100_000, optional: true }) version: number | null = null;
}

export class QuestionListQuery {
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) course: number | null = null;
  @Whole({ min: 1, max: 1000, optional: true }) session: number | null = null;
  @Choice(QUESTION_TYPE_NAMES, { optional: true }) type: QuestionTypeName | null = null;
  @Choice(QUESTION_LEVELS, { optional: true }) level: string | null = null;
  @Text({ max: 100, optional: true }) q = '';
  @Whole({ min: 1, max: 10_000 }) page = 1;
}
