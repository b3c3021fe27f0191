import type { Words } from '../platform/i18n/words.js';
import { answerPlaces, unbalancedPlaces } from './answer-positions.js';
import type { CoursePack, PackLesson, PackQuestion } from './course-pack.js';
import { equationsIn } from './equations.js';
import { isExplained } from './explanations.js';
import { lessonShape, shapeFaults } from './lesson-shape.js';
import { measuredLesson, type MeasuredLesson } from './measured-lesson.js';
import { longParagraphs, longSentences, proseOf } from './sentences.js';
import { similarQuestions } from './similar-questions.js';

/** Something below the standard of this course; its sentence stands in the catalogues under `course-packs.check`. */
export interface ContentFault {
  /** Key of the activity, question, fact or term. */
  at: string;
  code: ContentFaultCode;
  values: Record<string, string | number>;
}

type ContentFaultCode =
  | 'words'
  | 'kitWords'
  | 'weight'
  | 'shape'
  | 'sentence'
  | 'paragraph'
  | 'sum'
  | 'unusedFact'
  | 'unusedTerm'
  | 'meaning'
  | 'unexplained'
  | 'similar'
  | 'places';

const LEAST_WORDS = 600;
const MOST_WORDS = 1200;
const MOST_KIT_WORDS = 500;
/** Bytes of a lesson with its pictures: what a phone loads in half a minute where the signal is weak. */
const MOST_LESSON_BYTES = 300_000;

/** Forms that are printed for the field; all other lessons teach. */
export const isKit = ({ key }: Pick<PackLesson, 'key'>): boolean => key.startsWith('kit-');

export const lessonsOf = (pack: CoursePack): PackLesson[] =>
  pack.sessions.flatMap(({ activities }) => activities.filter((activity) => activity.kind === 'lesson'));

/** What a pack without problems still lacks to be taught from; `words` are those of its language. */
export function checkContent(pack: CoursePack, words: Words): ContentFault[] {
  const lessons = lessonsOf(pack).map((lesson) => measuredLesson(lesson, pack, words));
  const questions = pack.sessions.flatMap((session) => session.questions);
  return [
    ...lessons.flatMap(lessonFaults),
    ...unusedFacts(pack, lessons),
    ...glossaryFaults(pack, lessons),
    ...questions.flatMap(questionFaults),
    ...similarQuestions(questions).map(({ keys: [key, other], percent }): ContentFault =>
      fault(key, 'similar', { other, percent }),
    ),
    ...placeFaults(questions, pack.key),
  ];
}

const fault = (at: string, code: ContentFaultCode, values: ContentFault['values'] = {}): ContentFault => ({
  at,
  code,
  values,
});

function lessonFaults({ lesson, words, bytes }: MeasuredLesson): ContentFault[] {
  const { key, content } = lesson;
  const prose = proseOf(content.markdown);
  const kilobytes = Math.ceil(bytes / 1000);
  return [
    ...wordFaults(lesson, words),
    ...(bytes > MOST_LESSON_BYTES ? [fault(key, 'weight', { kilobytes })] : []),
    ...(isKit(lesson) ? [] : shapeFaults(lessonShape(content.markdown))).map((part) =>
      fault(key, 'shape', { part }),
    ),
    ...longSentences(prose).map((text) => fault(key, 'sentence', { text })),
    ...(isKit(lesson) ? [] : longParagraphs(prose)).map((text) => fault(key, 'paragraph', { text })),
    ...wrongSums(key, content.markdown),
  ];
}

function wordFaults(lesson: PackLesson, words: number): ContentFault[] {
  if (isKit(lesson)) return words > MOST_KIT_WORDS ? [fault(lesson.key, 'kitWords', { words })] : [];
  return words < LEAST_WORDS || words > MOST_WORDS ? [fault(lesson.key, 'words', { words })] : [];
}

const wrongSums = (key: string, text: string): ContentFault[] =>
  equationsIn(text).flatMap(({ text, isRight }) => (isRight ? [] : [fault(key, 'sum', { text })]));

const questionFaults = (question: PackQuestion): ContentFault[] => [
  ...(isExplained(question) ? [] : [fault(question.key, 'unexplained')]),
  ...wrongSums(question.key, JSON.stringify([question.stem, question.body])),
];

/** A value that no text shows would be checked before each cohort for nothing. */
function unusedFacts({ facts }: CoursePack, lessons: readonly MeasuredLesson[]): ContentFault[] {
  const shown = new Set(lessons.flatMap((lesson) => lesson.facts));
  return facts.flatMap(({ key }) => (shown.has(key) ? [] : [fault(key, 'unusedFact')]));
}

/** A meaning is read in a small box over the text: plain words, and no value that somebody would have to check. */
const UNPLAIN = /Rp|%|[*_`[\]{}<>]/;

function glossaryFaults({ glossary }: CoursePack, lessons: readonly MeasuredLesson[]): ContentFault[] {
  const used = new Set(lessons.flatMap((lesson) => lesson.terms));
  return glossary.flatMap(({ key, meaning }) => [
    ...(used.has(key) ? [] : [fault(key, 'unusedTerm')]),
    ...(UNPLAIN.test(meaning) ? [fault(key, 'meaning')] : []),
  ]);
}

function placeFaults(questions: readonly PackQuestion[], at: string): ContentFault[] {
  const places = answerPlaces(questions);
  return unbalancedPlaces(places).map((place) =>
    fault(at, 'places', { place, percent: places.percent[place - 1] ?? 0 }),
  );
}
