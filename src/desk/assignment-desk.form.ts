import { Keyed, Several, Text } from '../platform/web/fields.js';
import { type AssignmentDraft, MOST_CRITERIA } from './assignment-draft.js';

const ROOM = 25_000;
const Row = () => Keyed({ max: ROOM, entries: MOST_CRITERIA });

export class AssignmentForm {
  @Text({ max: ROOM, optional: true }) instructions: string;
  @Several({ max: 30 }) accepts: string[];
  @Text({ max: 20, optional: true }) maxMegabytes: string;
  @Text({ max: 20, optional: true }) maxFiles: string;
  @Row() name: Record<string, string>;
  @Row() weight: Record<string, string>;
  @Row() level4: Record<string, string>;
  @Row() level3: Record<string, string>;
  @Row() level2: Record<string, string>;
  @Row() level1: Record<string, string>;
  /** The draft or version that the form was opened with. */
  @Text({ max: 30, optional: true }) seen: string;
  /** `save`, `publish`, `add`, `preview`, or `remove:` and the key of a criterion. */
  @Text({ max: 80, optional: true }) step: string;
}

const KEY = /^[A-Za-z\d][A-Za-z\d-]{0,59}$/;

/** The draft that a form holds; rows whose keys are none of ours are left out. */
export function assignmentDraftFrom(form: AssignmentForm): AssignmentDraft {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const at = (rows: Record<string, string> | null, key: string): string => text(rows?.[key]);
  const keys = Object.keys(form.name ?? {}).filter((key) => KEY.test(key));
  return {
    instructions: text(form.instructions),
    accepts: [form.accepts].flat().filter((kind) => typeof kind === 'string'),
    maxMegabytes: text(form.maxMegabytes),
    maxFiles: text(form.maxFiles),
    rubric: keys.map((key) => ({
      key,
      name: at(form.name, key),
      weight: at(form.weight, key),
      levels: {
        4: at(form.level4, key),
        3: at(form.level3, key),
        2: at(form.level2, key),
        1: at(form.level1, key),
      },
    })),
  };
}
