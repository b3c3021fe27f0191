import type { MarkdownIt, RendererRule, StateInline } from 'markdown-it';
import { readingOf } from './reading.js';

const REFERENCE = /\{fakta:([A-Za-z\d-]+)\}/y;

function readReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (!match) return false;
  if (!silent) Object.assign(state.push('fact', '', 0), { content: match[1] });
  state.pos = REFERENCE.lastIndex;
  return true;
}

/**
 * Teaches `{fakta:key}`: a value that has to be checked from time to time, shown with where and when it was checked.
 * It stands once among the course's facts and nowhere in a text.
 */
export function addFactReferences(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'fact', readReference);
  const { escapeHtml } = md.utils;
  const show: RendererRule = (tokens, at, _options, env) => {
    const key = tokens[at]!.content;
    const fact = readingOf(env).fact(key);
    if (!fact) return escapeHtml(`{fakta:${key}}`);
    return `<span class="fact">${escapeHtml(fact.value)} <small>(${escapeHtml(fact.note)})</small></span>`;
  };
  md.renderer.rules['fact'] = show;
}
