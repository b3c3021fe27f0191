import { renderMarkdown } from '../platform/markdown/render-markdown.js';
import { termFinder } from '../platform/markdown/term-finder.js';
import { printedHtml } from './printed-html.js';

const words = { t: (key: string) => key };
const picture = (name: string) => ({ src: `/pictures/${name}`, width: 360, height: 240, bytes: 9 });
const printed = (markdown: string) => printedHtml(renderMarkdown(markdown, { words, picture }).html);

describe('a lesson on paper', () => {
  it.each([
    ['# Satu', '<h4>Satu</h4>'],
    ['## Dua', '<h5>Dua</h5>'],
    ['#### Empat', '<h6>Empat</h6>'],
    ['###### Enam', '<h6>Enam</h6>'],
  ])('has the heading %s below those of the sheet', (markdown, html) => {
    expect(printed(markdown)).toContain(html);
  });

  it('shows its answers', () => {
    const html = printed(':::cek\nBerapa?\n\n- [x] Dua\n\n  Sebab.\n\n- [ ] Tiga\n\n  Bukan.\n:::');
    expect(html.match(/<details[^>]*>/g)).toEqual(['<details open>', '<details open>']);
  });

  it('fetches its pictures at once', () => {
    expect(printed('![HPP](pictures/hpp.svg)')).toContain(
      '<img src="/pictures/hpp.svg" alt="HPP" width="360" height="240" />',
    );
  });

  it('leads from every lesson to the one list of terms', () => {
    const findTerms = termFinder([{ key: 'hpp', spellings: ['HPP'] }]);
    const { html } = renderMarkdown('HPP, ` id="baca-x"`', { words, findTerms });
    expect(printedHtml(html)).toBe(
      '<p><a class="term" href="#istilah-hpp">HPP</a>, <code> id="baca-x"</code></p>\n',
    );
  });

  it('leaves what a text says about such things', () => {
    const said = printed('Tulis `<details>`, `<h2>` dan loading="lazy".');
    expect(said).toContain('&lt;details&gt;');
    expect(said).toContain('&lt;h2&gt;');
    expect(said).toContain('loading=');
  });
});
