import MarkdownIt from 'markdown-it';
import { addContainers } from './containers.js';
import { addFactReferences } from './fact-references.js';
import { addFiles } from './files.js';
import { addInlineChecks } from './inline-checks.js';
import { fitToPage } from './page-elements.js';
import { addPictures } from './pictures.js';
import {
  asEnv,
  type FactText,
  type FilePlace,
  type MarkdownProblem,
  type MarkdownWords,
  type PicturePlace,
  type Reading,
} from './reading.js';
import { safeHtml } from './safe-html.js';
import { addSelfChecks } from './self-checks.js';
import type { TermFinder } from './term-finder.js';
import { addTerms } from './terms.js';

// Raw HTML is off: it appears as the text that it is. `replacements` would turn "(c)" in a numbered law into ©.
const markdown = new MarkdownIt({ html: false, typographer: true }).disable('replacements');
for (const extend of [
  addContainers,
  addSelfChecks,
  addFactReferences,
  addPictures,
  addInlineChecks,
  addFiles,
  addTerms,
  fitToPage,
])
  extend(markdown);

export interface RenderOptions {
  /** The words of the text's language, which need not be the reader's. */
  words: MarkdownWords;
  fact?: (key: string) => FactText | undefined;
  picture?: (name: string) => PicturePlace | undefined;
  file?: (name: string) => FilePlace | undefined;
  /** Of a text whose page gives the meaning of each term below it. */
  findTerms?: TermFinder;
  /** Added to the level of every heading; 1, the default, puts `#` below the page's own h1. */
  headingShift?: number;
}

export interface RenderedMarkdown {
  /** Safe to put on a page as it is. */
  html: string;
  /** Of the text as read, with its headings, tables and explanations. */
  words: number;
  /** Of the HTML as UTF-8. */
  bytes: number;
  /** The keys of the facts that it shows: when one changes, the text has to be rendered again. */
  facts: string[];
  /** Keys of the terms that lead to their meanings, in the order of the text. */
  terms: string[];
  /** Of the pictures that it shows, each counted once. */
  pictureBytes: number;
  /** What an author has to mend before the text may be published, by line. */
  problems: MarkdownProblem[];
  /** Names of the pictures that it shows, known or not. */
  pictures: ReadonlySet<string>;
}

const reading = ({ words, fact, picture, file, findTerms, headingShift = 1 }: RenderOptions): Reading => ({
  words,
  fact: fact ?? (() => undefined),
  picture: picture ?? (() => undefined),
  file: file ?? (() => undefined),
  findTerms: findTerms ?? (() => []),
  headingShift,
  problems: [],
  facts: new Set(),
  pictures: new Set(),
  files: new Set(),
  terms: new Set(),
  checks: 0,
});

const byLine = ({ problems }: Reading): MarkdownProblem[] => problems.toSorted((a, b) => a.line - b.line);

const countWords = (html: string): number =>
  html.replace(/<[^>]*>|&[a-z]+;/g, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** Renders a text to HTML that is safe to show. What is wrong in it is left out or shown as written. */
export function renderMarkdown(source: string, options: RenderOptions): RenderedMarkdown {
  const found = reading(options);
  const html = safeHtml(markdown.render(source, asEnv(found)));
  const pictures = [...found.pictures].map((name) => found.picture(name)?.bytes ?? 0);
  return {
    html,
    words: countWords(html),
    bytes: Buffer.byteLength(html),
    facts: [...found.facts],
    terms: [...found.terms],
    pictureBytes: pictures.reduce((sum, bytes) => sum + bytes, 0),
    problems: byLine(found),
    pictures: found.pictures,
  };
}

/** Renders one line, such as an option of a question, without a paragraph around it. */
export const renderInline = (source: string, options: RenderOptions): string =>
  safeHtml(markdown.renderInline(source, asEnv(reading(options))));

/** Keys of facts and names of pictures and files that a text may refer to. */
export interface KnownReferences {
  facts?: Pick<ReadonlySet<string>, 'has'>;
  pictures?: Pick<ReadonlySet<string>, 'has'>;
  files?: Pick<ReadonlySet<string>, 'has'>;
}

interface CheckedMarkdown extends Pick<RenderedMarkdown, 'problems' | 'pictures'> {
  /** How many self-checks it holds. */
  checks: number;
  /** Names of the files that it gives to save, known or not. */
  files: ReadonlySet<string>;
}

/** What a text holds, without its HTML. */
export function checkMarkdown(source: string, known: KnownReferences): CheckedMarkdown {
  const found = reading({
    words: { t: (key) => key },
    fact: (key) => (known.facts?.has(key) ? { value: '', note: '' } : undefined),
    picture: (name) => (known.pictures?.has(name) ? { src: '', width: 0, height: 0, bytes: 0 } : undefined),
    file: (name) => (known.files?.has(name) ? { href: '', about: '' } : undefined),
  });
  markdown.parse(source, asEnv(found));
  return { problems: byLine(found), checks: found.checks, pictures: found.pictures, files: found.files };
}
