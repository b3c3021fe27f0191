import type { QuizContent } from '../courses/activity-content.js';
import type { Words } from '../platform/i18n/words.js';
import { type AssignmentDraft, RUBRIC_LEVELS } from './assignment-draft.js';
import type { LessonDraft } from './lesson-draft.js';
import type { NamedLine } from './line-differences.js';
import type { Writing } from './writing.js';

/** One part of what was written, in words. */
export interface WrittenPart extends NamedLine {
  /** Of several lines, to be compared line by line. */
  isText: boolean;
}

/** What was written of an activity, part by part. */
export function writtenParts({ kind, draft }: Writing, words: Words): WrittenPart[] {
  if (kind === 'lesson') return lessonParts(draft, words);
  return kind === 'quiz' ? quizParts(draft, words) : assignmentParts(draft, words);
}

const field = (label: string, text: string): WrittenPart => ({ label, text, isText: false });
const longText = (label: string, text: string): WrittenPart => ({ label, text, isText: true });

const lessonParts = ({ title, minutes, checkedOn, markdown }: LessonDraft, words: Words): WrittenPart[] => [
  field(words.t('desk.lesson.title'), title),
  field(words.t('desk.lesson.minutes'), String(minutes)),
  field(words.t('desk.lesson.checkedOn'), checkedOn),
  longText(words.t('desk.lesson.markdown'), markdown),
];

function quizParts(draft: QuizContent, words: Words): WrittenPart[] {
  const { purpose, from, review } = draft;
  const sessions =
    purpose === 'exit' ? words.t('desk.quiz.ownRule') : from.map((number) => `P${number}`).join(', ');
  return [
    field(words.t('desk.quiz.purpose'), words.t(`quizzes.purpose.${purpose}`)),
    ...(['questions', 'minutes', 'attempts', 'gapHours'] as const).map((name) =>
      field(words.t(`desk.quiz.${name}`), String(draft[name])),
    ),
    field(words.t('desk.quiz.from'), sessions),
    field(words.t('desk.quiz.review'), words.t(`desk.quiz.reviews.${review}`)),
  ];
}

function assignmentParts(draft: AssignmentDraft, words: Words): WrittenPart[] {
  return [
    longText(words.t('tasks.instructions'), draft.instructions),
    field(words.t('tasks.accepts'), draft.accepts.toSorted().join(', ').toUpperCase()),
    field(words.t('tasks.maxMegabytes'), draft.maxMegabytes),
    field(words.t('tasks.maxFiles'), draft.maxFiles),
    ...draft.rubric.flatMap(({ name, weight, levels }, index) => [
      field(words.t('tasks.name', { number: index + 1 }), name),
      field(words.t('tasks.weight', { number: index + 1 }), weight),
      ...RUBRIC_LEVELS.map((level) =>
        longText(words.t(`tasks.level${level}`, { number: index + 1 }), levels[level]),
      ),
    ]),
  ];
}
