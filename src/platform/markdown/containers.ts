import type { MarkdownIt, RendererRule, StateBlock, Token } from 'markdown-it';
import { readingOf, type Reading } from './reading.js';

interface Container {
  class: string;
  /** Its heading: a key of the catalogues, and the level before the shift. */
  heading?: { key: string; level: number };
}

// The parts of a lesson that a page sets apart, by the names that authors type.
const containers = new Map<string, Container>([
  ['kasus', { class: 'case' }],
  ['contoh', { class: 'worked', heading: { key: 'markdown.workedExample', level: 2 } }],
  ['lapangan', { class: 'notice', heading: { key: 'markdown.inTheField', level: 2 } }],
  ['ringkasan', { class: 'panel', heading: { key: 'markdown.summary', level: 1 } }],
  ['sumber', { class: 'sources small', heading: { key: 'markdown.sources', level: 1 } }],
  ['cek', { class: 'panel check' }],
]);

const OPENING = /^:::\s*([\p{L}\d-]+)(?:\s+(.+))?$/u;

const lineAt = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();

/** The line that closes the container, or the end of the text. */
function closingLine(state: StateBlock, from: number, endLine: number): number {
  for (let line = from; line < endLine; line++) if (lineAt(state, line) === ':::') return line;
  return endLine;
}

function readContainer(state: StateBlock, start: number, endLine: number, silent: boolean): boolean {
  const [, name, title = ''] = OPENING.exec(lineAt(state, start)) ?? [];
  if (name === undefined) return false;
  if (silent) return true;
  const last = closingLine(state, start + 1, endLine);
  const report = (code: 'unknownContainer' | 'unclosedContainer') =>
    readingOf(state.env).problems.push({ line: start + 1, code, values: { name } });
  if (!containers.has(name)) report('unknownContainer');
  if (last === endLine) report('unclosedContainer');
  const open = state.push('container_open', 'section', 1);
  Object.assign(open, { info: name, meta: { title }, map: [start, last] });
  readInside(state, start + 1, last);
  state.push('container_close', 'section', -1).info = name;
  state.line = Math.min(last + 1, endLine);
  return true;
}

function readInside(state: StateBlock, from: number, last: number): void {
  const { lineMax, parentType } = state;
  state.lineMax = last;
  state.parentType = 'container';
  state.md.block.tokenize(state, from, last);
  state.lineMax = lineMax;
  state.parentType = parentType;
}

function headingOf(token: Token, reading: Reading, md: MarkdownIt): string {
  const heading = containers.get(token.info)?.heading;
  if (!heading) return '';
  const title = String(token.meta?.['title'] ?? '');
  const text = title === '' ? reading.words.t(heading.key) : `${reading.words.t(heading.key)}: ${title}`;
  const tag = `h${heading.level + reading.headingShift}`;
  return `<${tag}>${md.utils.escapeHtml(text)}</${tag}>\n`;
}

/** Teaches `:::kasus`, `:::contoh`, `:::lapangan`, `:::ringkasan`, `:::sumber`, `:::cek`, each closed by `:::`. */
export function addContainers(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'container', readContainer, { alt: ['paragraph', 'blockquote', 'list'] });
  const open: RendererRule = (tokens, at, _options, env) => {
    const token = tokens[at]!;
    return `<section class="${containers.get(token.info)?.class ?? ''}">\n${headingOf(token, readingOf(env), md)}`;
  };
  md.renderer.rules['container_open'] = open;
}
