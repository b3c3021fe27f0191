import type { AssignmentContent, LessonContent, QuizContent } from '../courses/activity-content.js';
import type { Activity, ActivityVersion } from '../courses/activity.entity.js';
import type { Course, CourseModule, GradeComponent } from '../courses/course.entity.js';
import type { Fact } from '../courses/fact.entity.js';
import type { GlossaryTerm } from '../courses/glossary-term.entity.js';
import type { Question, QuestionVersion } from '../courses/question.entity.js';
import type { Session } from '../courses/session.entity.js';
import type { FileKind } from '../assignments/accepted-files.js';
import type { QuestionTypeName } from '../quizzes/question-types/question-type.js';
import type { Requirement } from '../results/requirement.js';
import type {
  CoursePack,
  PackActivity,
  PackFact,
  PackMedium,
  PackQuestion,
  PackTerm,
} from './course-pack.js';

/** All that a course consists of now, each kind in its order; activities and questions with their current version. */
export interface CourseRows {
  course: Course;
  modules: readonly CourseModule[];
  components: readonly GradeComponent[];
  facts: readonly Fact[];
  glossary: readonly GlossaryTerm[];
  sessions: readonly Session[];
  activities: readonly { activity: Activity; content: ActivityVersion['content'] }[];
  questions: readonly { question: Question; version: QuestionVersion }[];
  /** By name. */
  pictures: readonly PackMedium[];
  /** By name. */
  files: readonly PackMedium[];
}

/**
 * A course as a pack: what learners would begin with now. Left out is what a pack cannot say because it means nothing:
 * a component without weight, left from an earlier pack, and drafts that nobody has published.
 */
export function packOfCourse(rows: CourseRows): CoursePack {
  const { course, modules, sessions } = rows;
  const { key, title, summary, language, practiceHours, criticalAspects } = course;
  return {
    key,
    title,
    summary,
    language,
    hours: modules.reduce((sum, { hours }) => sum + hours, 0),
    practiceHours,
    components: rows.components
      .filter(({ weight }) => weight > 0)
      .map(({ key, name, weight }) => ({ key, name, weight })),
    criticalAspects,
    modules: modules.map(({ key, title, hours }) => ({ key, title, hours })),
    requirements: course.requirements as Requirement[],
    facts: rows.facts.map(packFact),
    glossary: rows.glossary.map(packTerm),
    pictures: [...rows.pictures],
    files: [...rows.files],
    sessions: sessions.map((session) => packSession(session, rows)),
  };
}

export const packFact = ({ key, value, unit, source, checkedOn, expiresOn, flag, note }: Fact): PackFact => ({
  key,
  value,
  unit,
  source,
  checkedOn,
  expiresOn,
  flag,
  note,
});

const packTerm = ({ key, term, aliases, meaning }: GlossaryTerm): PackTerm => ({
  key,
  term,
  aliases,
  meaning,
});

function packSession(session: Session, rows: CourseRows): CoursePack['sessions'][number] {
  const { id, key, number, title, track, moduleId, unit, summary, outcomes } = session;
  const module = rows.modules.find((module) => module.id === moduleId)?.key ?? '';
  return {
    key,
    number,
    title,
    track,
    module,
    unit,
    summary,
    outcomes,
    questions: rows.questions.filter(({ question }) => question.sessionId === id).map(packQuestion),
    activities: rows.activities
      .filter(({ activity }) => activity.sessionId === id)
      .map((member, index) => packActivity(member, index + 1, rows)),
  };
}

const packQuestion = ({ question, version }: CourseRows['questions'][number]): PackQuestion => ({
  key: question.key,
  type: version.type as QuestionTypeName,
  stem: version.stem,
  body: version.body,
  tags: version.tags as PackQuestion['tags'],
  mustPass: question.mustPass,
});

function packActivity(
  { activity, content }: CourseRows['activities'][number],
  position: number,
  { components, sessions }: CourseRows,
): PackActivity {
  const { key, title, required, weight, passMark, critical, componentId, submitsAs } = activity;
  const component = components.find(({ id, weight }) => id === componentId && weight > 0)?.key ?? null;
  const dates = { opens: activity.opensRule, due: activity.dueRule };
  const identity = { key, title, position, required, component, weight, ...dates, passMark, critical };
  if (activity.kind === 'lesson') return { ...identity, kind: 'lesson', content: lessonSource(content) };
  if (activity.kind === 'quiz')
    return { ...identity, kind: 'quiz', content: quizSource(content as QuizContent, sessions) };
  const { instructions, accepts, maxBytes, maxFiles, rubric } = content as AssignmentContent;
  const source = { instructions: withPlainEnds(instructions), accepts: accepts as FileKind[] };
  return {
    ...identity,
    kind: 'assignment',
    content: { submitsAs, ...source, maxBytes, maxFiles, rubric },
  };
}

function lessonSource(content: unknown) {
  const { minutes, checkedOn, markdown } = content as LessonContent;
  return { minutes, checkedOn, markdown: withPlainEnds(markdown) };
}

function quizSource({ from, ...settings }: QuizContent, sessions: CourseRows['sessions']) {
  return {
    ...settings,
    from: from.map((wanted) => sessions.find(({ number }) => number === wanted)?.key ?? ''),
  };
}

/** Browsers end the lines of a form with two characters; files here end them with one. */
const withPlainEnds = (text: string): string => text.replaceAll('\r\n', '\n');
