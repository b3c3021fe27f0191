import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { linkedFile } from './files.js';
import { pictureName } from './pictures.js';
import { readingOf, type MarkdownProblem, type Reading } from './reading.js';

/** Every inline token with the line (from 1) of the block that holds it; a table's cells have none of their own. */
function* withLines(tokens: readonly Token[]): Generator<[Token, number]> {
  let line = 1;
  for (const token of tokens) {
    line = token.map ? token.map[0] + 1 : line;
    for (const child of token.children ?? []) yield [child, line];
  }
}

function problemOf(token: Token, reading: Reading): Omit<MarkdownProblem, 'line'> | undefined {
  if (token.type === 'image') return pictureProblem(token, reading);
  const file = linkedFile(token);
  if (file && !reading.file(file)) return { code: 'unknownFile', values: { name: file } };
  // What still looks like a link was refused as one, or is mistyped.
  if (token.type === 'text' && token.content.includes('](')) return { code: 'brokenLink', values: {} };
  if (token.type === 'fact' && !reading.fact(token.content))
    return { code: 'unknownFact', values: { key: token.content } };
  return undefined;
}

function pictureProblem(token: Token, { picture }: Reading): Omit<MarkdownProblem, 'line'> | undefined {
  const name = pictureName(String(token.attrGet('src')));
  if (!name) return { code: 'picture', values: {} };
  if (!picture(name)) return { code: 'unknownPicture', values: { name } };
  return token.content.trim() === '' ? { code: 'pictureWithoutText', values: { name } } : undefined;
}

function checkInline(state: StateCore): void {
  const reading = readingOf(state.env);
  for (const [token, line] of withLines(state.tokens)) {
    if (token.type === 'fact') reading.facts.add(token.content);
    const name = token.type === 'image' && pictureName(String(token.attrGet('src')));
    if (name) reading.pictures.add(name);
    const file = linkedFile(token);
    if (file) reading.files.add(file);
    const problem = problemOf(token, reading);
    if (problem) reading.problems.push({ line, ...problem });
  }
}

/** Notes which facts, pictures and files a text refers to, and reports those that are unknown, and links that are none. */
export function addInlineChecks(md: MarkdownIt): void {
  md.core.ruler.push('inline_checks', checkInline);
}
