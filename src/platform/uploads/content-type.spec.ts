import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentTypeOf, readsAsText } from './content-type.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kelas-kader-type-'));
});
afterAll(() => rm(folder, { recursive: true }));

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the type of a file', () => {
  it.each([
    ['a picture called a document', 'laporan.pdf', png, 'image/png'],
    [
      'a picture with a page in it',
      'foto.html',
      Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]),
      'image/png',
    ],
    ['a PDF called a picture', 'foto.jpg', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'application/pdf'],
    ['a page called a document', 'laporan.docx', Buffer.from('<!doctype html><p>Halo'), 'text/plain'],
    ['a letter', 'surat.txt', Buffer.from('Salam – terima kasih\r\n'), 'text/plain'],
    [
      'a program',
      'foto.png',
      Buffer.from('\x7fELF\x02\x01\x01\0'.padEnd(64, '\0'), 'latin1'),
      'application/x-elf',
    ],
    ['noise', 'foto.png', Buffer.from([1, 2, 3, 0xff, 0xfe, 0x80]), undefined],
    ['nothing', 'foto.png', Buffer.alloc(0), undefined],
    [
      'an archive cut short',
      'laporan.docx',
      Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'),
      'application/zip',
    ],
  ])('of %s is found in its bytes', async (_what, name, content, type) => {
    const path = join(folder, name);
    await writeFile(path, content);
    expect(await contentTypeOf(path)).toBe(type);
  });
});

describe('text', () => {
  it('may be cut in the middle of a letter', () => {
    const sample = Buffer.from('é').subarray(0, 1);
    expect(readsAsText(sample, true)).toBe(true);
    expect(readsAsText(sample, false)).toBe(false);
  });
});
