import { ScoreField, Text, Choice } from '../platform/web/fields.js';

/** A judgement of one answer. */
export class AnswerJudgementForm {
  @ScoreField() score: number;
  @Text({ max: 5000, optional: true }) feedback: string;
  @Text({ max: 500, optional: true }) reason: string;
  /** The answer and the judgement that the page had seen. */
  @Text({ max: 20, pattern: /^\d{1,9}\.\d{1,6}$/ }) seen: string;
}

/** What becomes of an answer that came late. */
export class LateDecisionForm {
  @Choice(['accept', 'refuse']) decision: 'accept' | 'refuse';
  @Text({ max: 500, optional: true }) reason: string;
}
