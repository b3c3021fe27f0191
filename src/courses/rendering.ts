import { type RenderOptions, renderMarkdown } from '../platform/markdown/render-markdown.js';
import type { TermFinder } from '../platform/markdown/term-finder.js';
import type {
  AssignmentContent,
  AssignmentSource,
  LessonContent,
  LessonSource,
  Publication,
} from './activity-content.js';

/** The words of the course's language, and the facts, pictures and files of the course. */
export type Rendering = Required<Pick<RenderOptions, 'words' | 'fact' | 'picture' | 'file'>> & {
  /** Only of lessons: their pages give the meanings. */
  glossary: TermFinder;
};

/** A lesson as it is published: its text rendered once, so that reading it costs nothing. */
export function renderLesson(
  { minutes, checkedOn, markdown }: LessonSource,
  rendering: Rendering,
): LessonContent {
  const rendered = renderMarkdown(markdown, { ...rendering, findTerms: rendering.glossary });
  const { html, words, bytes, facts, pictureBytes, terms } = rendered;
  const content = { minutes, checkedOn, markdown, html, words, bytes, facts, pictureBytes };
  return terms.length > 0 ? { ...content, terms } : content;
}

/** An assignment as it is published. */
export function renderAssignment(source: AssignmentSource, rendering: Rendering): AssignmentContent {
  const { instructions, accepts, maxBytes, maxFiles, rubric } = source;
  const { html, facts } = renderMarkdown(instructions, rendering);
  return { instructions, html, facts, accepts, maxBytes, maxFiles, rubric };
}

/** The same source with the facts, pictures and files of today; a quiz shows none in its settings. */
export function renderedAnew(publication: Publication, rendering: Rendering): Publication {
  if (publication.kind === 'lesson')
    return { kind: 'lesson', content: renderLesson(publication.content, rendering) };
  if (publication.kind === 'assignment')
    return { kind: 'assignment', content: renderAssignment(publication.content, rendering) };
  return publication;
}
