import type {
  AssignmentContent,
  LessonContent,
  Publication,
  QuizContent,
} from '../courses/activity-content.js';
import type { Activity, ActivityKind } from '../courses/activity.entity.js';
import { type Rendering, renderAssignment, renderLesson } from '../courses/rendering.js';
import type { MarkdownProblem } from '../platform/markdown/reading.js';
import { checkMarkdown, type KnownReferences } from '../platform/markdown/render-markdown.js';
import {
  type AssignmentDraft,
  assignmentDraftOf,
  assignmentProblems,
  assignmentSource,
} from './assignment-draft.js';
import { draftOf, type LessonDraft } from './lesson-draft.js';
import { quizSettings } from './quiz-draft.js';

/** What an author writes of an activity, as drafts keep it. */
interface DraftOf {
  lesson: LessonDraft;
  quiz: QuizContent;
  assignment: AssignmentDraft;
}

/** A draft together with its kind. */
export type Writing = { [K in ActivityKind]: { kind: K; draft: DraftOf[K] } }[ActivityKind];

type Written = Pick<Activity, 'kind' | 'title' | 'submitsAs'>;

/** What a course's texts may refer to, and how they are rendered. */
interface CourseTexts extends KnownReferences {
  rendering: Rendering;
}

export const writingOfDraft = (kind: ActivityKind, source: unknown): Writing =>
  ({ kind, draft: source }) as Writing;

/** A published version as its author wrote it; the title has no versions. */
export function writingOfVersion({ kind, title }: Written, content: unknown): Writing {
  if (kind === 'lesson') return { kind, draft: draftOf(title, content as LessonContent, '') };
  if (kind === 'quiz') return { kind, draft: quizSettings(content as QuizContent) };
  return { kind, draft: assignmentDraftOf(content as AssignmentContent) };
}

/** A problem of a text at its line; `empty` is a text that is not there, `incomplete` what its form says at a field. */
export type WritingProblem = MarkdownProblem | 'empty' | 'incomplete';

/** Why a draft may not be published yet; nothing where it may. */
export function writingProblems(
  { kind, draft }: Writing,
  { submitsAs }: Written,
  course: KnownReferences,
): WritingProblem[] {
  if (kind === 'lesson')
    return draft.markdown === '' ? ['empty'] : checkMarkdown(draft.markdown, course).problems;
  if (kind === 'quiz') return draft.purpose !== 'exit' && draft.from.length === 0 ? ['incomplete'] : [];
  const isWrong = Object.keys(assignmentProblems(draft, submitsAs !== 'none')).length > 0;
  return [...(isWrong ? ['incomplete' as const] : []), ...checkMarkdown(draft.instructions, course).problems];
}

/** What learners get once a draft without problems is published. */
export function publicationOf(
  { kind, draft }: Writing,
  { submitsAs }: Written,
  { rendering }: CourseTexts,
): Publication {
  if (kind === 'quiz') return { kind, content: quizSettings(draft) };
  if (kind === 'assignment')
    return { kind, content: renderAssignment(assignmentSource(draft, submitsAs !== 'none'), rendering) };
  const { title: _, ...source } = draft;
  return { kind, content: renderLesson(source, rendering) };
}
