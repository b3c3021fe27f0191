import { assert, property, string } from 'fast-check';
import { contentDisposition } from './content-disposition.js';

describe('the name that a file is saved under', () => {
  it.each([
    ['laporan.pdf', 'attachment; filename="laporan.pdf"'],
    ['laporan akhir (2).pdf', 'attachment; filename="laporan akhir (2).pdf"'],
    ['é.pdf', `attachment; filename="e.pdf"; filename*=UTF-8''%C3%A9.pdf`],
    ['50%.pdf', `attachment; filename="50_.pdf"; filename*=UTF-8''50%25.pdf`],
    [
      '"><img onerror>.pdf',
      `attachment; filename="_><img onerror>.pdf"; filename*=UTF-8''%22%3E%3Cimg%20onerror%3E.pdf`,
    ],
    ['x.pdf\r\nSet-Cookie: a=b', 'attachment; filename="x.pdfSet-Cookie: a=b"'],
    ['../../etc/passwd', 'attachment; filename="....etcpasswd"'],
    ['a\u202Efdp.exe', 'attachment; filename="afdp.exe"'],
    ['', 'attachment; filename="file"'],
    ['\ud800.pdf', 'attachment; filename=".pdf"'],
    ["it's (1)*é", `attachment; filename="it's (1)*e"; filename*=UTF-8''it%27s%20%281%29%2A%C3%A9`],
  ])('%j', (name, header) => {
    expect(contentDisposition('attachment', name)).toBe(header);
  });

  it('can never end the header or its quotes', () => {
    assert(
      property(string({ unit: 'binary' }), (name) => {
        expect(contentDisposition('inline', name)).toMatch(
          /^inline; filename="[ !#$&-~]*"(; filename\*=UTF-8''[\w!#$&+.^`|~%-]+)?$/,
        );
      }),
    );
  });
});
