import { QUESTION_LEVELS, type QuestionLevel } from '../courses/question-level.js';
import type { Words } from '../platform/i18n/words.js';
import type { CoursePack, PackQuestion } from './course-pack.js';
import { measuredLesson } from './measured-lesson.js';

/** What one meeting has. */
export interface MeetingFigures {
  key: string;
  title: string;
  /** Of its lessons. */
  words: number;
  lessons: number;
  pictures: number;
  /** By level, in the order of `QUESTION_LEVELS`. */
  questions: number[];
  /** Keys of what is handed in or graded live. */
  tasks: string[];
}

export interface CourseFigures {
  meetings: MeetingFigures[];
  questionsByType: [string, number][];
  factsByFlag: [string, number][];
}

/** How much there is of everything; `words` are those of the course's language. */
export function courseFigures(pack: CoursePack, words: Words): CourseFigures {
  const questions = pack.sessions.flatMap((session) => session.questions);
  return {
    meetings: pack.sessions.map((session) => meetingFigures(session, pack, words)),
    questionsByType: counted(questions.map(({ type }) => type)),
    factsByFlag: counted(pack.facts.map(({ flag }) => flag ?? 'stable')),
  };
}

function meetingFigures(
  { key, title, activities, questions }: CoursePack['sessions'][number],
  pack: CoursePack,
  words: Words,
): MeetingFigures {
  const lessons = activities
    .filter((activity) => activity.kind === 'lesson')
    .map((lesson) => measuredLesson(lesson, pack, words));
  return {
    key,
    title,
    lessons: lessons.length,
    words: lessons.reduce((sum, lesson) => sum + lesson.words, 0),
    pictures: lessons.reduce((sum, lesson) => sum + lesson.pictures, 0),
    questions: QUESTION_LEVELS.map((level) => ofLevel(questions, level).length),
    tasks: activities.filter(({ kind }) => kind === 'assignment').map((task) => task.key),
  };
}

const ofLevel = (questions: readonly PackQuestion[], level: QuestionLevel): PackQuestion[] =>
  questions.filter(({ tags }) => tags.level === level);

/** Names with how often each stands there, by name. */
function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
