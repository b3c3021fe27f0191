import { svgFault } from './svg-safety.js';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200"${attributes}>${inside}</svg>`;

describe('An SVG of a pack', () => {
  it.each([
    [
      'shapes and texts',
      svg('<title>Dua dompet</title><g><rect width="9" height="9"/><text>A &amp; B</text></g>'),
    ],
    ['its own gradient', svg('<defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0"/>')],
    ['a declaration and a comment', `<?xml version="1.0"?>\n${svg('<!-- <script> -->')}\n`],
  ])('may hold %s', (_what, source) => {
    expect(svgFault(source)).toBeNull();
  });

  it.each([
    ['nothing', '', 'notSvg'],
    ['HTML', '<html><svg></svg></html>', 'notSvg'],
    ['a doctype with entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, 'notSvg'],
    ['an entity of its own', svg('<text>&a;</text>'), 'entity'],
    ['CDATA', svg('<text><![CDATA[<script>]]></text>'), 'entity'],
    ['a script', svg('<script>alert(1)</script>'), 'element'],
    ['a script by prefix', svg('<svg:script>alert(1)</svg:script>'), 'element'],
    ['HTML inside', svg('<foreignObject><p>x</p></foreignObject>'), 'element'],
    ['a picture', svg('<image href="https://evil.test/x.png"/>'), 'element'],
    ['a style', svg('<style>@import "x"</style>'), 'element'],
    ['an animation', svg('<set attributeName="href" to="javascript:alert(1)"/>'), 'element'],
    ['a handler', svg('', ' onload="alert(1)"'), 'handler'],
    ['a handler after a slash', svg('<path/onclick=alert(1)>'), 'handler'],
    ['a link elsewhere', svg('<path xlink:href="https://evil.test"/>'), 'reference'],
    ['a fill from elsewhere', svg('<path fill="url(https://evil.test/#a)"/>'), 'reference'],
  ])('may not hold %s', (_what, source, fault) => {
    expect(svgFault(source)).toBe(fault);
  });
});
