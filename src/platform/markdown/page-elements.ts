import type { MarkdownIt, RendererRule } from 'markdown-it';
import { fileName } from './files.js';
import { pictureName } from './pictures.js';
import { readingOf } from './reading.js';

const DEEPEST_HEADING = 6;

/** A page has an h1 of its own, so a text's headings start below it. */
const heading: RendererRule = (tokens, at, options, env, renderer) => {
  const token = tokens[at]!;
  const level = Number(token.tag.slice(1)) + readingOf(env).headingShift;
  token.tag = `h${Math.min(level, DEEPEST_HEADING)}`;
  return renderer.renderToken(tokens, at, options);
};

/** The content policy forbids style attributes: a right-aligned column is a column of numbers. */
const cell: RendererRule = (tokens, at, options, _env, renderer) => {
  const token = tokens[at]!;
  token.attrs = token.attrGet('style') === 'text-align:right' ? [['class', 'num']] : null;
  if (token.tag === 'th') token.attrPush(['scope', 'col']);
  return renderer.renderToken(tokens, at, options);
};

const isElsewhere = (href: string): boolean => /^(https?|mailto|tel):/i.test(href);
const isOurs = (href: string): boolean => /^(\/(?!\/)|#)/.test(href);

const link: RendererRule = (tokens, at, options, _env, renderer) => {
  const token = tokens[at]!;
  if (isElsewhere(String(token.attrGet('href')))) token.attrSet('rel', 'noopener noreferrer');
  return renderer.renderToken(tokens, at, options);
};

/**
 * Fits headings, tables and links to a page of ours. A wide table scrolls in a box that the keyboard reaches; a link
 * that is neither a path of ours nor https, http, mailto or tel stays the text that was written.
 */
export function fitToPage(md: MarkdownIt): void {
  md.validateLink = (href) =>
    isElsewhere(href) ||
    isOurs(href) ||
    [pictureName(href), fileName(href)].some((name) => name !== undefined);
  const table: RendererRule = (_tokens, _at, _options, env) => {
    const label = md.utils.escapeHtml(readingOf(env).words.t('markdown.table'));
    return `<div class="table-scroll" tabindex="0" role="group" aria-label="${label}"><table>\n`;
  };
  Object.assign(md.renderer.rules, {
    heading_open: heading,
    heading_close: heading,
    th_open: cell,
    td_open: cell,
    link_open: link,
    table_open: table,
    table_close: () => '</table></div>\n',
  });
}
