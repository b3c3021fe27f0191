import type { Env } from 'markdown-it';
import type { TermFinder } from './term-finder.js';

/** What is wrong in a text, at which of its lines (from 1); its sentences stand in the catalogues under `markdown.problem`. */
export interface MarkdownProblem {
  line: number;
  code: MarkdownProblemCode;
  values: Record<string, string | number>;
}

export type MarkdownProblemCode =
  | 'unknownContainer'
  | 'unclosedContainer'
  | 'checkWithoutQuestion'
  | 'checkOptionCount'
  | 'checkRightCount'
  | 'checkUnexplained'
  | 'unknownFact'
  | 'brokenLink'
  | 'picture'
  | 'unknownPicture'
  | 'pictureWithoutText'
  | 'unknownFile';

/** The words of the text's own language. A `Words` of the catalogues is one. */
export interface MarkdownWords {
  t(key: string, values?: Record<string, string | number>): string;
}

/** A fact that has to be checked from time to time, as readers see it: the value, and where and when it was checked. */
export interface FactText {
  value: string;
  note: string;
}

/** Where a picture of the text's course lies; its size in pixels, so that the page keeps its place; what it costs. */
export interface PicturePlace {
  src: string;
  width: number;
  height: number;
  bytes: number;
}

/** Where a file of the text's course lies to be saved, and what is told of it: `PDF, 240 kB`. */
export interface FilePlace {
  href: string;
  about: string;
}

/** What one reading of a text needs and finds on its way; it travels through markdown-it as its `env`. */
export interface Reading {
  words: MarkdownWords;
  fact: (key: string) => FactText | undefined;
  picture: (name: string) => PicturePlace | undefined;
  file: (name: string) => FilePlace | undefined;
  findTerms: TermFinder;
  /** Added to the level of every heading: 1 makes `#` an h2, below the page's own h1. */
  headingShift: number;
  problems: MarkdownProblem[];
  facts: Set<string>;
  /** Names of the pictures that the text shows. */
  pictures: Set<string>;
  /** Names of the files that the text gives to save. */
  files: Set<string>;
  /** Keys of the terms that its running text writes. */
  terms: Set<string>;
  /** How many self-checks the text holds. */
  checks: number;
}

export const asEnv = (reading: Reading): Env => ({ reading });

export const readingOf = (env: Env | undefined): Reading => env?.['reading'] as Reading;
