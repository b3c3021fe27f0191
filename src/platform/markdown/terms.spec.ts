import { checkMarkdown, renderMarkdown } from './render-markdown.js';
import { termFinder } from './term-finder.js';
import { leadingTo } from './terms.js';

const findTerms = termFinder([
  { key: 'hpp', spellings: ['HPP', 'harga pokok'] },
  { key: 'margin', spellings: ['margin'] },
  { key: 'aneh', spellings: ['<b>&"'] },
]);
const words = { t: (key: string) => key };
const render = (source: string) => renderMarkdown(source, { words, findTerms });
const led = (html: string): string[] =>
  [...html.matchAll(/<a class="term" id="baca-(\w+)" href="#istilah-\1">([^<]*)<\/a>/g)].map(
    ([, key, text]) => `${key} ${text}`,
  );

describe('a term in a text', () => {
  it('leads to its meaning where it stands first', () => {
    const { html, terms } = render('Hitung HPP, lalu margin.\n\nHPP dan harga pokok.');
    expect(html).toBe(
      '<p>Hitung <a class="term" id="baca-hpp" href="#istilah-hpp">HPP</a>, lalu ' +
        '<a class="term" id="baca-margin" href="#istilah-margin">margin</a>.</p>\n<p>HPP dan harga pokok.</p>\n',
    );
    expect(terms).toEqual(['hpp', 'margin']);
  });

  it.each([
    ['in a paragraph', 'Harga pokok.', 'Harga pokok'],
    ['in bold', '**HPP** adalah', 'HPP'],
    ['in a list', '- HPP', 'HPP'],
    ['in a cell', '| a |\n| --- |\n| HPP |', 'HPP'],
    ['in a quotation', '> HPP', 'HPP'],
    ['in a part of a lesson', ':::kasus\nHPP\n:::', 'HPP'],
    ['after all that is passed over', '# HPP\n\n`HPP` [HPP](/course)\n\nharga pokok', 'harga pokok'],
    [
      'after a self-check',
      ':::cek\nHPP?\n\n- [x] HPP\n\n  HPP\n\n- [ ] b\n\n  HPP\n:::\n\nharga pokok',
      'harga pokok',
    ],
  ])('is found %s', (_where, source, text) => {
    expect(led(render(source).html)).toEqual([`hpp ${text}`]);
  });

  it.each([
    ['a heading', '# HPP'],
    ['a link', '[Hitung **HPP** dulu](https://oss.go.id)'],
    ['code', '`HPP`'],
    ['a block of code', '```\nHPP\n```'],
    ['the head of a table', '| HPP |\n| --- |\n| a |'],
    ['a self-check', ':::cek\nHPP?\n\n- [x] HPP\n\n  HPP\n\n- [ ] b\n\n  HPP\n:::'],
    ['the sources', ':::sumber\n- HPP\n:::'],
    ['another word', 'HPP-nya'],
  ])('is passed over in %s', (_where, source) => {
    const { html, terms } = render(source);
    expect(html).toBe(renderMarkdown(source, { words }).html);
    expect(terms).toEqual([]);
  });

  it('is escaped like any text', () => {
    expect(render('Tulis <b>&".').html).toContain('href="#istilah-aneh">&lt;b&gt;&amp;"</a>.');
  });

  it('leads nowhere in a text without a glossary, and makes no problem', () => {
    expect(renderMarkdown('HPP', { words })).toMatchObject({ html: '<p>HPP</p>\n', terms: [], problems: [] });
    expect(checkMarkdown('HPP', {}).problems).toEqual([]);
  });

  it('cannot be forged by an author', () => {
    const { html } = render('<a class="term" id="baca-x" href="#istilah-x">x</a> [x](#istilah-x "t")');
    expect(html).not.toContain('<a class="term"');
    expect(html).not.toMatch(/<a[^>]* id=/);
  });
});

describe('a text whose terms are no longer all there', () => {
  it('leads only to those that are', () => {
    const { html } = render('HPP & margin, <b>&".');
    expect(led(leadingTo(html, [{ key: 'margin' }]))).toEqual(['margin margin']);
    expect(leadingTo(html, [])).toBe('<p>HPP &amp; margin, &lt;b&gt;&amp;".</p>\n');
    expect(leadingTo(html, [{ key: 'hpp' }, { key: 'margin' }, { key: 'aneh' }])).toBe(html);
  });
});
