import type { MarkdownProblem } from '../platform/markdown/reading.js';
import { checkMarkdown, type KnownReferences } from '../platform/markdown/render-markdown.js';

/** What the texts of a pack may refer to, and which pictures and files they do refer to. */
export class PackReferences {
  readonly mentioned = { pictures: new Set<string>(), files: new Set<string>() };

  constructor(private readonly known: KnownReferences) {}

  check(markdown: string): MarkdownProblem[] {
    const { problems, pictures, files } = checkMarkdown(markdown, this.known);
    for (const name of pictures) this.mentioned.pictures.add(name);
    for (const name of files) this.mentioned.files.add(name);
    return problems;
  }
}
