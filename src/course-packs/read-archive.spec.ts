import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { workbookOf, workbookWithMacro } from '../../test/support/documents.js';
import { readArchive } from './read-archive.js';
import { writeArchive } from './write-archive.js';

interface Member {
  name: string;
  content?: Buffer | string;
  mode?: number;
}

async function zipOf(members: readonly Member[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { name, content = 'isi', mode = 0o100644 } of members)
    zip.addBuffer(Buffer.from(content), name, { mode });
  zip.end();
  return await buffer(zip.outputStream as Readable);
}

/** The same archive, a name in it replaced by one as long that its maker would not write. */
async function named(name: string, hostile: Buffer | string): Promise<Buffer> {
  const zip = (await zipOf([{ name }])).toString('latin1');
  return Buffer.from(zip.replaceAll(name, Buffer.from(hostile).toString('latin1')), 'latin1');
}

/** Changes the entry of the first file in the archive's table. */
function inTable(zip: Buffer, change: (entry: Buffer) => void): Buffer {
  change(zip.subarray(zip.indexOf(Buffer.from('PK\u0001\u0002'))));
  return zip;
}

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);
const many = (count: number): Member[] =>
  Array.from({ length: count }, (_, index) => ({ name: `f${index}`, content: '' }));
/** Where the sizes of a file stand in the archive's table. */
const UNPACKED = 24;
const FLAGS = 8;

describe('an archive', () => {
  it('gives its files, whatever is in them', async () => {
    const files = new Map([
      ['course.yaml', Buffer.from('key: a')],
      ['sessions/01-ü/lesson.md', Buffer.from('# Satu')],
    ]);
    expect(await readArchive(await writeArchive(files))).toEqual({ files });
  });

  it('may hold documents among its files', async () => {
    const content = await workbookOf('Kas');
    const zip = await zipOf([{ name: 'kelas/course.yaml' }, { name: 'kelas/files/kas.xlsx', content }]);
    expect((await readArchive(zip)).files?.get('files/kas.xlsx')).toEqual(content);
  });

  it('may hold its folder, folders and what systems leave in them', async () => {
    const zip = await zipOf([
      { name: 'kelas/course.yaml' },
      { name: 'kelas/.DS_Store' },
      { name: '__MACOSX/kelas/course.yaml' },
      { name: 'kelas/sessions/01/session.yaml' },
    ]);
    const { files } = await readArchive(zip);
    expect([...(files ?? new Map()).keys()]).toEqual(['course.yaml', 'sessions/01/session.yaml']);
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['badPath', 'a path that leads out', () => named('aa/course.yaml', '../course.yaml')],
    ['badPath', 'a path that leads out later', () => named('a/bb/course.yaml', 'a/../course.yaml')],
    ['badPath', 'an absolute path', () => named('acourse.yaml', '/course.yaml')],
    ['badPath', 'a path of Windows', () => named('a/course.yaml', 'a\\course.yaml')],
    ['badPath', 'a drive', () => named('Ca/course.yaml', 'C:/course.yaml')],
    [
      'badName',
      'a name that is no UTF-8',
      () => named('aacourse', Buffer.from([255, 254, 97, 97, 97, 97, 97, 97])),
    ],
    ['badName', 'a name with a zero', () => named('acourse', 'a\0ourse')],
    ['notFile', 'a link', () => zipOf([{ name: 'course.yaml', content: '/etc/passwd', mode: 0o120777 }])],
    ['tooManyFiles', 'one entry too many', () => zipOf(many(2001))],
    ['fileTooLarge', 'a bomb that says so', () => zipOf([{ name: 'a', content: zeros(6) }])],
    [
      'tooLarge',
      'many that are a bomb together',
      () => zipOf(many(13).map((file) => ({ ...file, content: zeros(5) }))),
    ],
    [
      'damaged',
      'a bomb that says that it is small',
      async () =>
        inTable(await zipOf([{ name: 'a', content: zeros(6) }]), (entry) =>
          entry.writeUInt32LE(10, UNPACKED),
        ),
    ],
    [
      'fileTooLarge',
      'a size that only zip64 could hold',
      async () => inTable(await zipOf([{ name: 'a' }]), (entry) => entry.writeUInt32LE(0xffffffff, UNPACKED)),
    ],
    [
      'tooManyFiles',
      '10,000 entries, were they there or not',
      async () => {
        const zip = await zipOf([{ name: 'a' }]);
        zip.writeUInt16LE(10_000, zip.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 10);
        return zip;
      },
    ],
    [
      'encrypted',
      'a password',
      async () => inTable(await zipOf([{ name: 'a' }]), (entry) => entry.writeUInt16LE(1, FLAGS)),
    ],
    [
      'nested',
      'an archive in it',
      async () => zipOf([{ name: 'a.md', content: await zipOf([{ name: 'b' }]) }]),
    ],
    [
      'nested',
      'a document anywhere but among the files',
      async () => zipOf([{ name: 'pictures/kas.xlsx', content: await workbookOf('Kas') }]),
    ],
    [
      'nested',
      'an archive among the files',
      async () => zipOf([{ name: 'files/a.zip', content: await zipOf([{ name: 'b' }]) }]),
    ],
    [
      'badDocument',
      'an archive called a document',
      async () => zipOf([{ name: 'files/kas.xlsx', content: await zipOf([{ name: 'b' }]) }]),
    ],
    [
      'badDocument',
      'a workbook called a letter',
      async () => zipOf([{ name: 'files/kas.docx', content: await workbookOf('Kas') }]),
    ],
    [
      'badDocument',
      'a bomb in a document',
      async () =>
        zipOf([{ name: 'files/kas.xlsx', content: await workbookOf('Kas', { 'xl/a.xml': zeros(31) }) }]),
    ],
    [
      'activeDocument',
      'a document with a macro',
      async () => zipOf([{ name: 'files/kas.xlsx', content: await workbookWithMacro() }]),
    ],
    ['duplicate', 'a name twice', () => zipOf([{ name: 'a.md' }, { name: 'A.md' }])],
    [
      'damaged',
      'other content than its checksum says',
      async () => inTable(await zipOf([{ name: 'a' }]), (entry) => entry.writeUInt32LE(7, 16)),
    ],
    ['notZip', 'no archive', () => Buffer.from('key: kelas')],
    ['notZip', 'half an archive', async () => (await zipOf([{ name: 'a' }])).subarray(0, 60)],
  ])('%s: with %s it is refused', async (fault, _case, made) => {
    expect(await readArchive(await made())).toMatchObject({ fault });
  });
});
