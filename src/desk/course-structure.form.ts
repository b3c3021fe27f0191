import { Choice, Flag, Keyed, ScoreField, Text, Whole } from '../platform/web/fields.js';
import type { WrittenRule } from './written-rule.js';

/** Where an activity stands in its course: all but its content. */
export class ActivitySettingsForm {
  /** The edition that the page showed. */
  @Text({ max: 16, optional: true }) seen: string;
  @Text({ max: 190 }) title: string;
  @Flag() required: boolean;
  /** As `written-rule.ts` reads them. */
  @Keyed({ max: 10, entries: 4 }) opensRule: Partial<WrittenRule>;
  @Keyed({ max: 10, entries: 4 }) dueRule: Partial<WrittenRule>;
  @Whole({ min: 1, max: 2_147_483_647, optional: true }) componentId: number | null;
  @Whole({ min: 1, max: 100 }) weight = 1;
  @ScoreField({ optional: true }) passMark: number | null;
}

export class MoveForm {
  @Text({ max: 16, optional: true }) seen: string;
  @Choice(['up', 'down']) direction: 'up' | 'down';
}

export class ModuleForm {
  @Text({ max: 16, optional: true }) seen: string;
  @Text({ max: 160 }) title: string;
}

export class SessionForm {
  @Text({ max: 16, optional: true }) seen: string;
  @Text({ max: 190 }) title: string;
  @Text({ max: 2000, optional: true }) summary: string;
  /** By their keys: which outcomes there are is fixed, for questions are tagged with them. */
  @Keyed({ max: 500, entries: 50 }) outcomes: Record<string, string>;
}

export const NEW_KINDS = ['lesson', 'quiz', 'assignment'] as const;
export const SUBMITTERS = ['individual', 'pair', 'team', 'none'] as const;

export class NewActivityForm {
  @Choice(NEW_KINDS) kind: (typeof NEW_KINDS)[number];
  @Text({ max: 190 }) title: string;
  /** Of an assignment. */
  @Choice(SUBMITTERS, { optional: true }) submitsAs: (typeof SUBMITTERS)[number] | null;
  /** The one that it will have. */
  @Text({ max: 60, optional: true, pattern: /^kegiatan-[a-z\d]{12}$/ }) key: string;
}
