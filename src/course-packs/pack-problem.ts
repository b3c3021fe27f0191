import type { ContentProblemName } from '../courses/content-check.js';
import type { MarkdownProblem } from '../platform/markdown/reading.js';

/** Something that an author has to mend; its sentence stands in the catalogues under `key`. */
export interface PackProblem {
  file: string;
  /** From 1; 1 also where the file as a whole is meant. */
  line: number;
  key: string;
  values: Record<string, string | number>;
}

export type PackProblemCode =
  | 'encoding'
  | 'syntax'
  | 'repeatedKey'
  | 'missingFile'
  | 'unexpectedFile'
  | 'frontMatter'
  | 'missing'
  | 'unknownKey'
  | 'notFields'
  | 'notList'
  | 'notText'
  | 'tooFew'
  | 'badText'
  | 'badKey'
  | 'badFileName'
  | 'badNumber'
  | 'badFlag'
  | 'badChoice'
  | 'badPercent'
  | 'badScore'
  | 'badDate'
  | 'badRule'
  | 'badDecimal'
  | 'duplicate'
  | 'unknownReference'
  | 'weightSum'
  | 'hoursSum'
  | 'numberGap'
  | 'optionCount'
  | 'rightCount'
  | 'noRightOption'
  | 'poolTooSmall'
  | 'mustPassTooMany'
  | 'badPictureName'
  | 'badPicture'
  | 'pictureTooLarge'
  | 'pictureUnused'
  | 'badAttachmentName'
  | 'badAttachment'
  | 'attachmentTooLarge'
  | 'attachmentUnused';

/** Collects all that is wrong in a pack, so that an author mends it in one go. */
export class PackProblems {
  private readonly found: PackProblem[] = [];

  get count(): number {
    return this.found.length;
  }

  report(file: string, line: number, code: PackProblemCode, values: PackProblem['values'] = {}): void {
    this.found.push({ file, line, key: `course-packs.problem.${code}`, values });
  }

  /** Problems of a Markdown text whose first line is `firstLine` of the file. */
  reportMarkdown(file: string, firstLine: number, problems: readonly MarkdownProblem[]): void {
    for (const { line, code, values } of problems)
      this.found.push({ file, line: firstLine + line - 1, key: `markdown.problem.${code}`, values });
  }

  /** A problem that the question's type found at a place of its body, such as `options.1.text`. */
  reportQuestion(file: string, line: number, problem: ContentProblemName, at: string): void {
    this.found.push({ file, line, key: `course-packs.question.${problem}`, values: { at } });
  }

  /** By file, then line; in the order found within a line. */
  all(): PackProblem[] {
    return this.found.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }
}
