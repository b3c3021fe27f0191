import { type RenderOptions, renderMarkdown } from '../platform/markdown/render-markdown.js';
import type { AssignmentContent, AssignmentSource, LessonContent, LessonSource } from './activity-content.js';

/** The words of the course's language, and the facts and the pictures of the course. */
export type Rendering = Required<Pick<RenderOptions, 'words' | 'fact' | 'picture'>>;

/** A lesson as it is published: its text rendered once, so that reading it costs nothing. */
export function renderLesson(
  { minutes, checkedOn, markdown }: LessonSource,
  rendering: Rendering,
): LessonContent {
  return { minutes, checkedOn, markdown, ...renderMarkdown(markdown, rendering) };
}

/** An assignment as it is published. */
export function renderAssignment(source: AssignmentSource, rendering: Rendering): AssignmentContent {
  const { instructions, accepts, maxBytes, maxFiles, rubric } = source;
  const { html, facts } = renderMarkdown(instructions, rendering);
  return { instructions, html, facts, accepts, maxBytes, maxFiles, rubric };
}
