import type { MarkdownIt, RendererRule } from 'markdown-it';
import { readingOf } from './reading.js';

const REFERENCE = /^pictures\/([a-z\d]+(?:-[a-z\d]+)*\.(?:svg|webp|png|jpg))$/;

/** The name of a picture of the course, `hpp.svg` of `pictures/hpp.svg`; undefined for any other address. */
export const pictureName = (address: string): string | undefined => REFERENCE.exec(address)?.[1];

/** Teaches `![what it shows](pictures/hpp.svg)`: a picture of the course, always with a text for who cannot see it. */
export function addPictures(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  const show: RendererRule = (tokens, at, _options, env) => {
    const token = tokens[at]!;
    const place = readingOf(env).picture(pictureName(String(token.attrGet('src'))) ?? '');
    const text = escapeHtml(token.content);
    if (!place) return text;
    const { src, width, height } = place;
    return `<img src="${escapeHtml(src)}" alt="${text}" width="${width}" height="${height}" loading="lazy">`;
  };
  md.renderer.rules['image'] = show;
}
