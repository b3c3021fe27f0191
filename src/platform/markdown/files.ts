import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { readingOf, type Reading } from './reading.js';

const REFERENCE = /^files\/([a-z\d]+(?:-[a-z\d]+)*\.(?:pdf|xlsx|docx|ods|odt|jpg|png|webp))$/;

/** The name of a file of the course, `buku-kas.xlsx` of `files/buku-kas.xlsx`; undefined for any other address. */
export const fileName = (address: string): string | undefined => REFERENCE.exec(address)?.[1];

/** The name of the file that a link gives to save; undefined where the token opens no such link. */
export const linkedFile = (token: Token): string | undefined =>
  token.type === 'link_open' ? fileName(String(token.attrGet('href'))) : undefined;

/** Teaches `[Buku kas](files/buku-kas.xlsx)`: a link to save a file of the course, told with its kind and its size. */
export function addFiles(md: MarkdownIt): void {
  md.core.ruler.push('files', (state: StateCore) => {
    const reading = readingOf(state.env);
    for (const block of state.tokens)
      if (block.children) block.children = withFiles(block.children, reading, state);
  });
  md.renderer.rules['file_about'] = (tokens, at) =>
    ` <small>${md.utils.escapeHtml(tokens[at]!.content)}</small>`;
}

/** A link to a file that is not there becomes the text that it is. */
function withFiles(tokens: readonly Token[], { file }: Reading, { Token }: StateCore): Token[] {
  let about: string | null | undefined;
  return tokens.flatMap((token) => {
    const name = linkedFile(token);
    if (name !== undefined) {
      const place = file(name);
      about = place?.about ?? null;
      if (place)
        token.attrs = [
          ['class', 'download'],
          ['href', place.href],
        ];
      return place ? [token] : [];
    }
    if (token.type !== 'link_close' || about === undefined) return [token];
    const told =
      about === null ? [] : [Object.assign(new Token('file_about', '', 0), { content: about }), token];
    about = undefined;
    return told;
  });
}
