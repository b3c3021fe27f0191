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
  const say = (key: string): string => words.t(`desk.quiz.${key}`);
  const sessions = purpose === 'exit' ? say('ownRule') : from.map((number) => `P${number}`).join(', ');
  return [
    field(say('purpose'), words.t(`quizzes.purpose.${purpose}`)),
    ...(['questions', 'minutes', 'attempts', 'gapHours'] as const).map((name) =>
      field(say(name), String(draft[name])),
    ),
    field(say('from'), sessions),
    field(say('review'), say(`reviews.${review}`)),
  ];
}

function assignmentParts(draft: AssignmentDraft, words: Words): WrittenPart[] {
  const say = (key: string, values = {}): string => words.t(`tasks.${key}`, values);
  return [
    longText(say('instructions'), draft.instructions),
    field(say('accepts'), draft.accepts.toSorted().join(', ').toUpperCase()),
    field(say('maxMegabytes'), draft.maxMegabytes),
    field(say('maxFiles'), draft.maxFiles),
    ...draft.rubric.flatMap(({ name, weight, levels }, index) => [
      field(say('name', { number: index + 1 }), name),
      field(say('weight', { number: index + 1 }), weight),
      ...RUBRIC_LEVELS.map((level) => longText(say(`level${level}`, { number: index + 1 }), levels[level])),
    ]),
  ];
}
