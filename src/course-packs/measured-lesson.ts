import { lessonBytes } from '../courses/activity-content.js';
import { aboutFile } from '../courses/course-file-kind.js';
import { factText } from '../courses/fact-text.js';
import type { Words } from '../platform/i18n/words.js';
import { spelledTerm } from '../courses/glossary-term.js';
import { renderMarkdown } from '../platform/markdown/render-markdown.js';
import { termFinder } from '../platform/markdown/term-finder.js';
import type { CoursePack, PackLesson } from './course-pack.js';

/** A lesson as a phone gets it. */
export interface MeasuredLesson {
  lesson: PackLesson;
  words: number;
  /** Of the text and the pictures that it shows. */
  bytes: number;
  pictures: number;
  /** Keys of the facts that it shows. */
  facts: string[];
  /** Keys of the terms that it explains. */
  terms: string[];
  html: string;
}

/** Renders a lesson with the facts of its pack; `words` are those of the course's language. */
export function measuredLesson(lesson: PackLesson, pack: CoursePack, words: Words): MeasuredLesson {
  const { markdown } = lesson.content;
  const fact = (key: string) => {
    const found = pack.facts.find((one) => one.key === key);
    return found && factText(found, words);
  };
  const picture = (name: string) => {
    const bytes = pack.pictures.find((one) => one.name === name)?.bytes.length ?? 0;
    return { src: `/pictures/${name}`, width: 360, height: 240, bytes };
  };
  const file = (name: string) => {
    const bytes = pack.files.find((one) => one.name === name)?.bytes.length ?? 0;
    return { href: `/files/${name}`, about: aboutFile({ name, bytes }, words) };
  };
  const findTerms = termFinder(pack.glossary.map(spelledTerm));
  const rendered = renderMarkdown(markdown, { words, fact, picture, file, findTerms });
  return {
    lesson,
    words: rendered.words,
    bytes: lessonBytes(rendered),
    pictures: rendered.pictures.size,
    facts: rendered.facts,
    terms: rendered.terms,
    html: rendered.html,
  };
}
