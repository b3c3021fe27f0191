import type { PackActivity, PackAssignment, PackLesson, PackQuiz } from '../course-pack.js';
import { percentOf, pointsOf, present, type WrittenFields, writeYaml } from './write-yaml.js';

const MEGABYTE = 1_000_000;

/** The file of an activity, as the reader of its kind takes it. */
export function writtenActivity(activity: PackActivity): string {
  if (activity.kind === 'lesson') return writtenLesson(activity);
  return writeYaml(activity.kind === 'quiz' ? quizFields(activity) : assignmentFields(activity));
}

function identityFields(activity: PackActivity): WrittenFields {
  const { key, title, required, component, weight, opens, due, passMark, critical } = activity;
  return {
    key,
    title,
    required,
    component,
    weight: weight === 1 ? null : weight,
    opens,
    due,
    passMark: passMark === null ? null : pointsOf(passMark),
    critical,
  };
}

function writtenLesson(lesson: PackLesson): string {
  const { minutes, checkedOn, markdown } = lesson.content;
  return `---\n${writeYaml({ ...identityFields(lesson), minutes, checkedOn })}---\n${markdown}`;
}

function quizFields(quiz: PackQuiz): WrittenFields {
  const { purpose, questions, minutes, attempts, gapHours, from, review } = quiz.content;
  const drawnFrom = purpose === 'exit' ? null : from;
  return {
    ...identityFields(quiz),
    purpose,
    questions,
    minutes,
    attempts,
    gapHours,
    review,
    from: drawnFrom,
  };
}

function assignmentFields(assignment: PackAssignment): WrittenFields {
  const { submitsAs, accepts, maxBytes, maxFiles, instructions, rubric } = assignment.content;
  const handIn = submitsAs === 'none' ? {} : { accepts, maxMegabytes: maxBytes / MEGABYTE, maxFiles };
  return {
    ...identityFields(assignment),
    submitsAs,
    ...handIn,
    instructions,
    rubric: rubric.map(({ key, name, weight, levels }) =>
      present({ key, name, weight: percentOf(weight), levels: fromBestToWorst(levels) }),
    ),
  };
}

/** The order in which people compare work; an object would put the worst first. */
const fromBestToWorst = (levels: PackAssignment['content']['rubric'][number]['levels']) =>
  new Map(([4, 3, 2, 1] as const).map((level) => [level, levels[level]]));
