const DEEPEST_HEADING = 6;

/**
 * The text of a published lesson as a sheet shows it, below two headings of the sheet's own. Nothing on paper can be
 * opened: the answers of self-checks and their explanations stand open. Its pictures are fetched at once, for nobody
 * scrolls to them. Several lessons lead to the same term, so that no place in one of them can bear its name.
 */
export const printedHtml = (html: string): string =>
  html
    .replaceAll('<details>', '<details open>')
    .replaceAll(/(<a class="term") id="[^"]*"/g, '$1')
    .replaceAll(/(<img [^>]*) loading="lazy"/g, '$1')
    .replaceAll(/<(\/?)h([2-6])>/g, (_, close: string, level: string) => {
      return `<${close}h${Math.min(Number(level) + 2, DEEPEST_HEADING)}>`;
    });
