import { fileKinds } from '../../assignments/accepted-files.js';
import type { RubricCriterion } from '../../courses/activity-content.js';
import type { PackAssignment } from '../course-pack.js';
import type { BuildFrom, PackFields } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import type { PackReferences } from '../pack-references.js';
import { choice, key, percent, text, whole } from '../written-value.js';
import { activityIdentity } from './activity-identity.js';
import { checkWeights } from './weights.js';

const MEGABYTE = 1_000_000;
const level = text(600);
const fileKind = choice(...fileKinds);

const criterion =
  (names: PackNames, assignment: string): BuildFrom<RubricCriterion> =>
  (fields) => {
    const read: RubricCriterion = {
      key: fields.value('key', key),
      name: fields.value('name', text(120)),
      weight: fields.value('weight', percent),
      levels: fields.part('levels', levels) ?? { 4: '', 3: '', 2: '', 1: '' },
    };
    names.give(`criterion of ${assignment}`, read.key, fields);
    return read;
  };

const levels: BuildFrom<RubricCriterion['levels']> = (fields) => ({
  4: fields.value('4', level),
  3: fields.value('3', level),
  2: fields.value('2', level),
  1: fields.value('1', level),
});

/** Work that is handed in, or graded live, with the rubric that it is judged by. */
export const assignmentFile =
  (names: PackNames, position: number, references: PackReferences): BuildFrom<PackAssignment> =>
  (fields) => {
    const identity = activityIdentity(fields, names, position);
    const instructions = fields.value('instructions', text(20_000));
    const problems = references.check(instructions);
    fields.place.problems.reportMarkdown(fields.place.file, fields.textLineOf('instructions'), problems);
    const rubric = fields.list('rubric', criterion(names, identity.key));
    checkWeights(rubric, fields, 'rubric');
    return { ...identity, kind: 'assignment', content: { ...handIn(fields), instructions, rubric } };
  };

/** What may be handed in, by whom; nothing where it is graded live. */
function handIn(fields: PackFields): Omit<PackAssignment['content'], 'instructions' | 'rubric'> {
  const submitsAs = fields.value('submitsAs', choice('individual', 'pair', 'team', 'none'));
  if (submitsAs === 'none') return { submitsAs, accepts: [], maxBytes: 0, maxFiles: 0 };
  return {
    submitsAs,
    accepts: fields.values('accepts', fileKind),
    maxBytes: fields.value('maxMegabytes', whole(1, 100)) * MEGABYTE,
    maxFiles: fields.value('maxFiles', whole(1, 20)),
  };
}
