import { workbookOf, workbookWithMacro, zipOf } from '../../../test/support/documents.js';
import { documentFault } from './office-document.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ods = 'application/vnd.oasis.opendocument.spreadsheet';

const rels = (type: string, mode = '') =>
  `<Relationships><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://jahat.test/x.dotm"${mode}/></Relationships>`;
/** OpenDocument says first, and unpacked, what it is. */
const calcOf = (more: Record<string, string> = {}) =>
  zipOf({ mimetype: ods, 'content.xml': '<office:document-content/>', ...more });

describe('a document', () => {
  it.each<[string, string, () => Promise<Buffer>]>([
    ['a workbook', xlsx, () => workbookOf('Kas')],
    ['a workbook with a picture', xlsx, () => workbookOf('Kas', { 'xl/media/image1.png': 'PNG' })],
    [
      'a workbook that links to a page',
      xlsx,
      () =>
        workbookOf('Kas', {
          'xl/worksheets/_rels/sheet1.xml.rels': rels('hyperlink', ' TargetMode="External"'),
        }),
    ],
    ['a sheet of OpenDocument', ods, () => calcOf()],
  ])('may be %s', async (_what, type, made) => {
    expect(await documentFault(await made(), type)).toBeNull();
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['notDocument', 'text', () => Buffer.from('halo')],
    ['notDocument', 'nothing', () => Buffer.alloc(0)],
    ['notDocument', 'a zip of anything', () => zipOf({ 'halo.txt': 'halo' })],
    ['notDocument', 'a zip of a program', () => zipOf({ 'setup.exe': 'MZ' })],
    ['notDocument', 'half a workbook', async () => (await workbookOf('Kas')).subarray(0, 900)],
    ['notDocument', 'a bomb', () => workbookOf('Kas', { 'xl/media/image1.png': Buffer.alloc(31_000_000) })],
    [
      'notDocument',
      'a workbook with 1,000 parts too many',
      () =>
        workbookOf(
          'Kas',
          Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`xl/media/${n}.png`, ''])),
        ),
    ],
    ['notDocument', 'a workbook that says that it has macros', () => macroEnabled()],
    ['active', 'a workbook with a macro', workbookWithMacro],
    [
      'active',
      'a workbook with another archive',
      async () => workbookOf('Kas', { 'xl/a.xml': await zipOf({ a: 'b' }) }),
    ],
    [
      'active',
      'a workbook with a foreign object',
      () => workbookOf('Kas', { 'xl/embeddings/oleObject1.bin': 'x' }),
    ],
    ['active', 'a workbook with a control', () => workbookOf('Kas', { 'xl/activeX/activeX1.xml': '<x/>' })],
    [
      'active',
      'a workbook with data of another program',
      () => workbookOf('Kas', { 'xl/externalLinks/externalLink1.xml': '<ddeLink/>' }),
    ],
    [
      'active',
      'a document that gets its template from elsewhere',
      () =>
        workbookOf('Kas', {
          'word/_rels/settings.xml.rels': rels('attachedTemplate', ' TargetMode="External"'),
        }),
    ],
    [
      'active',
      'a workbook whose macro has another name',
      () => workbookOf('Kas', { 'xl/media/kas.dat': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]) }),
    ],
    [
      'active',
      'a workbook with a macro in a hidden folder',
      () => workbookOf('Kas', { '.a/vbaProject.bin': 'x' }),
    ],
    [
      'active',
      'a document that gets its template from elsewhere, told between other quotes',
      () =>
        workbookOf('Kas', { 'word/_rels/settings.xml.rels': rels('attachedTemplate').replaceAll('"', "'") }),
    ],
    [
      'active',
      'a document that gets its template from elsewhere, told in letters of another kind',
      () =>
        workbookOf('Kas', {
          'word/_rels/settings.xml.rels': Buffer.from(`\uFEFF${rels('attachedTemplate')}`, 'utf16le'),
        }),
    ],
    [
      'active',
      'a document that gets its template from elsewhere, told in numbers for letters',
      () => workbookOf('Kas', { 'word/_rels/settings.xml.rels': rels('attached&#84;emplate') }),
    ],
    [
      'active',
      'a document that brings in a page of another kind',
      () => workbookOf('Kas', { 'word/_rels/document.xml.rels': rels('aFChunk') }),
    ],
    [
      'active',
      'a document that opens a program beside it',
      () => workbookOf('Kas', { '_rels/.rels': rels('webextensiontaskpanes') }),
    ],
  ])('%s: is not taken that is %s', async (fault, _what, made) => {
    expect(await documentFault(await made(), xlsx)).toBe(fault);
  });

  it('of OpenDocument is not taken with macros', async () => {
    expect(await documentFault(await calcOf({ 'Basic/Standard/Module1.xml': '<x/>' }), ods)).toBe('active');
  });

  it('is not taken under the name of another kind', async () => {
    expect(await documentFault(await workbookOf('Kas'), ods)).toBe('notDocument');
  });
});

async function macroEnabled(): Promise<Buffer> {
  const types =
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
  return await workbookOf('Kas', { '[Content_Types].xml': types });
}
