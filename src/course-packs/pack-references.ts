import type { MarkdownProblem } from '../platform/markdown/reading.js';
import { checkMarkdown, type KnownReferences } from '../platform/markdown/render-markdown.js';

/** What the texts of a pack may refer to, and which of the pictures they do show. */
export class PackReferences {
  readonly shownPictures = new Set<string>();

  constructor(private readonly known: KnownReferences) {}

  check(markdown: string): MarkdownProblem[] {
    const { problems, pictures } = checkMarkdown(markdown, this.known);
    for (const name of pictures) this.shownPictures.add(name);
    return problems;
  }
}
