import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { readingOf, type Reading } from './reading.js';
import type { FoundTerm } from './term-finder.js';

/** Parts of a lesson that are no running text: whoever is tested or looks something up is not led away. */
const SKIPPED_CONTAINERS: ReadonlySet<string> = new Set(['cek', 'sumber']);
const SKIPPED_BLOCKS: ReadonlySet<string> = new Set(['heading', 'th']);

/** The name by which a page shows what a term means. */
export const termAnchor = (key: string): string => `istilah-${key}`;

/** The name of the first place where a text writes a term. */
export const termPlace = (key: string): string => `baca-${key}`;

/** Where a term stands first in running text it leads to its meaning, which the page gives below the text. */
export function addTerms(md: MarkdownIt): void {
  md.core.ruler.push('terms', (state: StateCore) => {
    const reading = readingOf(state.env);
    for (const block of runningText(state.tokens))
      if (block.children) block.children = withTerms(block.children, reading, state);
  });
}

function* runningText(tokens: readonly Token[]): Generator<Token> {
  let skipped = 0;
  for (const token of tokens) {
    if (isSkipped(token)) skipped += token.nesting;
    else if (skipped === 0 && token.type === 'inline') yield token;
  }
}

const isSkipped = ({ type, info }: Token): boolean =>
  type.startsWith('container_')
    ? SKIPPED_CONTAINERS.has(info)
    : SKIPPED_BLOCKS.has(type.replace(/_(open|close)$/, ''));

function withTerms(tokens: readonly Token[], reading: Reading, state: StateCore): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open' || token.type === 'link_close') links += token.nesting;
    if (token.type !== 'text' || links > 0) return [token];
    const found = reading.findTerms(token.content).filter(({ key }) => isFirst(key, reading));
    return found.length === 0 ? [token] : split(token, found, state);
  });
}

function isFirst(key: string, { terms }: Reading): boolean {
  const { size } = terms;
  return terms.add(key).size > size;
}

function split({ content }: Token, found: readonly FoundTerm[], { Token }: StateCore): Token[] {
  const text = (from: number, to?: number): Token =>
    Object.assign(new Token('text', '', 0), { content: content.slice(from, to) });
  let from = 0;
  const tokens = found.flatMap(({ key, at, length }) => {
    const before = text(from, at);
    from = at + length;
    return [
      before,
      opening(key, new Token('term_open', 'a', 1)),
      text(at, from),
      new Token('term_close', 'a', -1),
    ];
  });
  return [...tokens, text(from)];
}

const opening = (key: string, token: Token): Token =>
  Object.assign(token, {
    attrs: [
      ['class', 'term'],
      ['id', termPlace(key)],
      ['href', `#${termAnchor(key)}`],
    ],
  });

const LINK = /<a class="term" id="[^"]*" href="#istilah-([^"]*)">([^<]*)<\/a>/g;

/** A published text without the links to terms that are no longer there. */
export const leadingTo = (html: string, terms: readonly { key: string }[]): string => {
  const known = new Set(terms.map(({ key }) => key));
  return html.replaceAll(LINK, (link, key: string, text: string) => (known.has(key) ? link : text));
};
