/** What a phone shows of a paragraph at once. */
const LONGEST_PARAGRAPH = 220;
/** Words; what a reader of twenty follows at the first reading. */
const LONGEST_SENTENCE = 20;

/** The lines of a Markdown text that are read as sentences: no tables, no headings; a fact counts as one word. */
export const proseOf = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => !/^(:::|\||#|$)/.test(line))
    .map((line) => line.replaceAll(/\{fakta:[^}]*\}/g, 'angka'));

export const longSentences = (lines: readonly string[]): string[] =>
  lines
    .flatMap((line) => line.split(/(?<=[.?!:])["”]?\s+/))
    .filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE);

export const longParagraphs = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.length > LONGEST_PARAGRAPH);
