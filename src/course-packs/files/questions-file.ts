import { QUESTION_LEVELS } from '../../courses/question-level.js';
import { QUESTION_TYPE_NAMES } from '../../quizzes/question-types/question-type.js';
import { checkQuestion } from '../../quizzes/question-types/question-types.js';
import type { PackQuestion } from '../course-pack.js';
import type { BuildFrom, PackFields } from '../pack-fields.js';
import type { PackNames } from '../pack-names.js';
import { choice, flag, key, text } from '../written-value.js';
import { readBody } from './question-body.js';

const type = choice(...QUESTION_TYPE_NAMES);
const level = choice(...QUESTION_LEVELS);

/** `questions.yaml`: the question bank of one session. */
export const questionsFile =
  (names: PackNames, session: string): BuildFrom<PackQuestion[]> =>
  (fields) =>
    fields.list('questions', question(names, session));

const question =
  (names: PackNames, session: string): BuildFrom<PackQuestion> =>
  (fields) => {
    const { problems } = fields.place;
    const before = problems.count;
    const typeName = fields.decisive('type', type);
    const read: PackQuestion = {
      key: fields.value('key', key),
      type: typeName ?? 'essay',
      stem: fields.value('stem', text(5000)),
      body: typeName ? readBody[typeName](fields) : {},
      tags: { outcome: fields.value('outcome', key), level: fields.value('level', level) },
      mustPass: fields.value('mustPass', flag, false),
    };
    if (problems.count === before) checkBody(read, fields);
    names.give('question', read.key, fields);
    names.mention(`outcome of ${session}`, read.tags.outcome, fields, 'outcome');
    return read;
  };

/** What only the type itself knows: texts that say the same, numbers without a place in the stem. */
function checkBody(read: PackQuestion, fields: PackFields): void {
  for (const { at, problem } of checkQuestion(read)) {
    const [first = ''] = at.split('.');
    const field = first === 'correct' ? (fields.has('options') ? 'options' : 'answer') : first;
    fields.place.problems.reportQuestion(fields.place.file, fields.lineOf(field), problem, at);
  }
}
