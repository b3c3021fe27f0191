import sanitizeHtml from 'sanitize-html';
import type { FactText, MarkdownWords } from './reading.js';
import { checkMarkdown, renderInline, renderMarkdown } from './render-markdown.js';

const texts: Record<string, string> = {
  'markdown.workedExample': 'Contoh pengerjaan',
  'markdown.inTheField': 'Di lapangan',
  'markdown.summary': 'Ringkasan',
  'markdown.sources': 'Sumber',
  'markdown.table': 'Tabel',
  'markdown.right': 'Tepat.',
  'markdown.notRight': 'Belum tepat.',
};
const words: MarkdownWords = {
  t: (key, values) =>
    key === 'markdown.selfCheck'
      ? `Cek pemahaman ${values?.['number']} dari ${values?.['total']}.`
      : texts[key]!,
};
const facts = new Map<string, FactText>([
  ['tarif', { value: '0,5 %', note: 'diperiksa 24 Nov 2026, PP 55/2022' }],
  ['sulit', { value: '<b>5 & 6</b>', note: '"a"' }],
]);
const files = new Map([['kas.xlsx', { href: '/files/abc/kas.xlsx', about: 'XLSX, 14 kB' }]]);
const render = (source: string, headingShift?: number) =>
  renderMarkdown(source, {
    words,
    fact: (key) => facts.get(key),
    file: (name) => files.get(name),
    ...(headingShift ? { headingShift } : {}),
  });
const html = (source: string): string => render(source).html.replaceAll(/\n/g, '');
const problems = (source: string) =>
  checkMarkdown(source, { facts: new Set(facts.keys()), pictures: new Set(['hpp.svg']), files }).problems.map(
    ({ line, code }) => `${line} ${code}`,
  );

describe('Markdown as a page shows it', () => {
  it.each([
    ['# Satu', '<h2>Satu</h2>'],
    ['## Dua', '<h3>Dua</h3>'],
    ['Satu\n====', '<h2>Satu</h2>'],
    ['###### Enam', '<h6>Enam</h6>'],
    ['Kata *penting* dan **kuat**.', '<p>Kata <em>penting</em> dan <strong>kuat</strong>.</p>'],
    ['Kata "Ibu" Rafi\'i (c)', '<p>Kata “Ibu” Rafi’i (c)</p>'],
    ['[OSS](https://oss.go.id)', '<p><a href="https://oss.go.id" rel="noopener noreferrer">OSS</a></p>'],
    ['[beranda](/home)', '<p><a href="/home">beranda</a></p>'],
    ['[bagian](#satu)', '<p><a href="#satu">bagian</a></p>'],
    ['[telepon](tel:+62536000)', '<p><a href="tel:+62536000" rel="noopener noreferrer">telepon</a></p>'],
    ['3. tiga', '<ol start="3"><li>tiga</li></ol>'],
    [
      'Tarif {fakta:tarif}.',
      '<p>Tarif <span class="fact">0,5 % <small>(diperiksa 24 Nov 2026, PP 55/2022)</small></span>.</p>',
    ],
    ['{fakta:sulit}', '<p><span class="fact">&lt;b&gt;5 &amp; 6&lt;/b&gt; <small>("a")</small></span></p>'],
    ['{fakta:tidak-ada}', '<p>{fakta:tidak-ada}</p>'],
    [
      '[Buku **kas**](files/kas.xlsx), lalu [OSS](/home)',
      '<p><a class="download" href="/files/abc/kas.xlsx">Buku <strong>kas</strong> <small>XLSX, 14 kB</small></a>, ' +
        'lalu <a href="/home">OSS</a></p>',
    ],
    ['[Buku kas](files/lain.xlsx) dan [OSS](/home)', '<p>Buku kas dan <a href="/home">OSS</a></p>'],
    ['`{fakta:tarif}`', '<p><code>{fakta:tarif}</code></p>'],
  ])('%j becomes %s', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('starts headings lower where the page already has headings above the text', () => {
    expect(render('# Langkah', 2).html).toBe('<h3>Langkah</h3>\n');
  });

  it('puts a table into a box that scrolls, and aligns numbers by class, for styles are forbidden', () => {
    expect(html('| Biaya | Rupiah |\n|:--|--:|\n| Bahan | 262.000 |')).toBe(
      '<div class="table-scroll" tabindex="0" role="group" aria-label="Tabel"><table>' +
        '<thead><tr><th scope="col">Biaya</th><th class="num" scope="col">Rupiah</th></tr></thead>' +
        '<tbody><tr><td>Bahan</td><td class="num">262.000</td></tr></tbody></table></div>',
    );
  });

  it('renders one line without a paragraph', () => {
    expect(renderInline('Omzet **Rp2 miliar** <i>', { words })).toBe(
      'Omzet <strong>Rp2 miliar</strong> &lt;i&gt;',
    );
  });
});

describe('The parts of a lesson', () => {
  it.each([
    ['kasus', '<section class="case"><p>Isi.</p></section>'],
    ['contoh', '<section class="worked"><h3>Contoh pengerjaan</h3><p>Isi.</p></section>'],
    [
      'contoh Omzet & modal',
      '<section class="worked"><h3>Contoh pengerjaan: Omzet &amp; modal</h3><p>Isi.</p></section>',
    ],
    ['lapangan', '<section class="notice"><h3>Di lapangan</h3><p>Isi.</p></section>'],
    ['ringkasan', '<section class="panel"><h2>Ringkasan</h2><p>Isi.</p></section>'],
    ['sumber', '<section class="sources small"><h2>Sumber</h2><p>Isi.</p></section>'],
  ])(':::%s', (opening, expected) => {
    expect(html(`:::${opening}\nIsi.\n:::`)).toBe(expected);
  });

  it('ends at its closing line', () => {
    expect(html('Awal\n:::kasus\nIsi\n:::\nAkhir')).toBe(
      '<p>Awal</p><section class="case"><p>Isi</p></section><p>Akhir</p>',
    );
  });
});

const check = `:::cek
Omzetnya Rp420 juta setahun. Apa skalanya?

- [x] **Mikro**

  Masih di bawah Rp2 miliar.

- [ ] Kecil

  Kecil mulai di atas Rp2 miliar.

  Lihat tabel.
:::
`;

describe('A self-check', () => {
  it('asks, and answers by opening an option, with no script', () => {
    expect(html(check)).toBe(
      '<section class="panel check">' +
        '<p><strong>Cek pemahaman 1 dari 1.</strong> Omzetnya Rp420 juta setahun. Apa skalanya?</p>' +
        '<details><summary><strong>Mikro</strong></summary><p><strong>Tepat.</strong> Masih di bawah Rp2 miliar.</p></details>' +
        '<details><summary>Kecil</summary><p><strong>Belum tepat.</strong> Kecil mulai di atas Rp2 miliar.</p>' +
        '<p>Lihat tabel.</p></details></section>',
    );
  });

  it('counts itself among all of the text', () => {
    const both = render(`${check}\nAntara.\n\n${check}`).html;
    expect(both).toContain('Cek pemahaman 1 dari 2.');
    expect(both).toContain('Cek pemahaman 2 dari 2.');
    expect(checkMarkdown(check + check, {}).checks).toBe(2);
  });

  it('leaves ordinary lists as they are', () => {
    expect(html('- [x] beres')).toBe('<ul><li>[x] beres</li></ul>');
  });
});

describe('What an author has to mend', () => {
  it.each([
    ['nothing', check, []],
    ['a part that does not exist', 'a\n\n:::tips\nIsi\n:::', ['3 unknownContainer']],
    ['a name that every object has', ':::constructor\nIsi\n:::', ['1 unknownContainer']],
    ['a part left open', ':::kasus\nIsi', ['1 unclosedContainer']],
    ['a part inside a part', ':::kasus\n:::contoh\nIsi\n:::\n:::', ['2 unclosedContainer']],
    [
      'a check without a question',
      ':::cek\n- [x] a\n\n  b\n\n- [ ] c\n\n  d\n:::',
      ['1 checkWithoutQuestion'],
    ],
    ['a check without options', ':::cek\nApa?\n:::', ['1 checkOptionCount', '1 checkRightCount']],
    ['one option', ':::cek\nApa?\n\n- [x] a\n\n  b\n:::', ['1 checkOptionCount']],
    ['no right option', ':::cek\nApa?\n\n- [ ] a\n\n  b\n\n- [ ] c\n\n  d\n:::', ['1 checkRightCount']],
    ['two right options', ':::cek\nApa?\n\n- [x] a\n\n  b\n\n- [x] c\n\n  d\n:::', ['1 checkRightCount']],
    ['an option without explanation', ':::cek\nApa?\n\n- [x] a\n- [ ] c\n:::', ['1 checkUnexplained']],
    ['a fact that is not listed', 'a\n\nb {fakta:lain}', ['3 unknownFact']],
    ['a fact in a table', '| a |\n|--|\n| {fakta:lain} |', ['3 unknownFact']],
    ['a picture from elsewhere', 'a\n\n![foto](https://a.test/foto.jpg)', ['3 picture']],
    ['a picture that is not there', 'a\n\n![foto](pictures/lain.svg)', ['3 unknownPicture']],
    ['a picture without a text', 'a\n\n![](pictures/hpp.svg)', ['3 pictureWithoutText']],
    ['a good picture', 'a\n\n![Dari biaya ke harga](pictures/hpp.svg)', []],
    ['a good file', 'a\n\n[Buku kas](files/kas.xlsx)', []],
    ['a file that is not there', 'a\n\n[Buku kas](files/lain.xlsx)', ['3 unknownFile']],
    ['a file in a table', '| a |\n|--|\n| [Kas](files/lain.pdf) |', ['3 unknownFile']],
    ['a file that may hide macros', 'a\n\n[Kas](files/kas.xlsm)', ['3 brokenLink']],
    ['a file by a way out', 'a\n\n[Kas](files/../kas.pdf)', ['3 brokenLink']],
    ['a file as a picture', 'a\n\n![Kas](files/kas.png)', ['3 picture']],
    ['a link without its scheme', 'a\n\nLihat [OSS](www.oss.go.id).', ['3 brokenLink']],
  ])('%s', (_what, source, expected) => {
    expect(problems(source)).toEqual(expected);
  });

  it('is told by the reading that renders as well, with the pictures that the text shows', () => {
    const source = '![](pictures/lain.svg)\n\n{fakta:lain}\n\n:::tips\nIsi\n:::\n\n{fakta:tarif}';
    const { problems: found, pictures } = render(source);
    expect(found.map(({ line, code }) => `${line} ${code}`)).toEqual(problems(source));
    expect(found).toHaveLength(3);
    expect([...pictures]).toEqual(['lain.svg']);
  });
});

// Every element and attribute that may ever reach a page; the hostile texts below must not get past it.
const everything = (source: string): string[] => {
  const seen: string[] = [];
  sanitizeHtml(render(source).html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (tag, attributes) => {
        seen.push(tag, ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`));
        return { tagName: tag, attribs: attributes };
      },
    },
  });
  return seen;
};

describe('A hostile text', () => {
  it.each([
    ['script', '<script>alert(1)</script>'],
    ['script in a paragraph', 'a <script src=//evil.test/x.js></script> b'],
    ['script split over lines', '<scr\nipt>alert(1)</scr\nipt>'],
    ['onerror', '<img src=x onerror=alert(1)>'],
    ['onload of svg', '<svg onload=alert(1)><circle/></svg>'],
    ['svg with a script', '<svg><script>alert(1)</script></svg>'],
    ['math', '<math><mtext><img src=x onerror=alert(1)></mtext></math>'],
    ['iframe', '<iframe src="https://evil.test"></iframe>'],
    ['iframe srcdoc', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['object', '<object data="evil.swf"></object><embed src="evil.swf">'],
    ['style', '<style>*{display:none}</style>'],
    ['style attribute', '<p style="position:fixed;inset:0">x</p>'],
    ['form', '<form action="https://evil.test"><input name=password></form>'],
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil.test">'],
    ['base', '<base href="https://evil.test/">'],
    ['link element', '<link rel=stylesheet href=https://evil.test/x.css>'],
    ['comment', '<!-- --><img src=x onerror=alert(1)>'],
    ['template', '<template><script>alert(1)</script></template>'],
    ['javascript link', '[x](javascript:alert(1))'],
    ['javascript link in capitals', '[x](JaVaScRiPt:alert(1))'],
    ['javascript link with entities', '[x](javascript&#58;alert(1))'],
    ['javascript link with a tab', '[x](java&#9;script:alert(1))'],
    ['javascript link with a control character', '[x](\u0001javascript:alert(1))'],
    ['javascript autolink', '<javascript:alert(1)>'],
    ['javascript by reference', '[x][y]\n\n[y]: javascript:alert(1)'],
    ['vbscript link', '[x](vbscript:msgbox(1))'],
    ['data link', '[x](data:text/html,<script>alert(1)</script>)'],
    ['data picture', '![x](data:image/svg+xml;base64,PHN2Zz4=)'],
    ['harmless-looking data picture as link', '[x](data:image/png;base64,AAAA)'],
    ['file link', '[x](file:///etc/passwd)'],
    ['path that no page of ours has', '[x](etc/passwd)'],
    ['link to another host without a scheme', '[x](//evil.test)'],
    ['picture from elsewhere', '![x](https://evil.test/pixel.png)'],
    ['attribute break-out in a title', '[x](https://a.test "a\\" onmouseover=alert(1) b=\\"")'],
    ['attribute break-out in an address', '[x](https://a.test/"onmouseover="alert(1))'],
    ['container name', ':::kasus"><script>alert(1)</script>\nIsi\n:::'],
    ['container title', ':::contoh <img src=x onerror=alert(1)>\nIsi\n:::'],
    ['fact key', '{fakta:<script>alert(1)</script>}'],
    [
      'option of a check',
      ':::cek\n<script>1</script>\n\n- [x] <img src=x onerror=1>\n\n  <svg onload=1>\n:::',
    ],
    ['code fence language', '```"><script>alert(1)</script>\nx\n```'],
    ['unclosed tag', '<a href="javascript:alert(1)'],
  ])('%s leaves nothing that acts', (_what, source) => {
    const seen = everything(source);
    expect(seen).not.toContainEqual(
      expect.stringMatching(
        /^(script|style|iframe|object|embed|svg|math|img|form|input|meta|base|link|template)$/,
      ),
    );
    expect(seen).not.toContainEqual(expect.stringMatching(/^(on\w+|style|src|srcdoc|action|data)=/));
    expect(seen).not.toContainEqual(expect.stringMatching(/^href=(?!https:|\/[^/])/));
  });

  it('is shown as the text that it is, so that an author sees what went wrong', () => {
    expect(html('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });
});

describe('The size of a text', () => {
  it.each([
    ['', 0],
    ['Satu dua tiga', 3],
    ['# Judul\n\nSatu & dua — Rp1.250.000, 2–3 hari', 6],
    ['| a | b |\n|--|--|\n| c | d |', 4],
    ['`kode` *miring*', 2],
  ])('%j has %i words', (source, expected) => {
    expect(render(source).words).toBe(expected);
  });

  it('is told in bytes of UTF-8 with the facts that it shows', () => {
    const rendered = render('“Tarif” {fakta:tarif} dan {fakta:tarif}');
    expect(rendered.bytes).toBe(new TextEncoder().encode(rendered.html).length);
    expect(rendered.facts).toEqual(['tarif']);
  });
});
