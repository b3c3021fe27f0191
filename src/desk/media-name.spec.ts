import { assert, constantFrom, property, string } from 'fast-check';
import { courseFileKinds } from '../courses/course-file-kind.js';
import { fileName } from '../platform/markdown/files.js';
import { pictureName } from '../platform/markdown/pictures.js';
import { fileNameFor, pictureNameFor } from './media-name.js';

describe('the name of a picture that is sent', () => {
  it.each<[string, string[], string]>([
    ['Foto Warung.JPG', [], 'foto-warung.webp'],
    ['warung.png', ['warung.webp'], 'warung-2.webp'],
    ['warung.png', ['warung.webp', 'warung-2.webp'], 'warung-3.webp'],
    ['../../etc/passwd', [], 'etc-passwd.webp'],
    ['図.png', [], 'gambar.webp'],
    ['', [], 'gambar.webp'],
  ])('%j beside %j is %s', (file, taken, name) => {
    expect(pictureNameFor(file, new Set(taken))).toBe(name);
  });

  it('is one that a text can refer to, whatever the file is called', () => {
    assert(
      property(string({ unit: 'grapheme' }), (file) => {
        const name = pictureNameFor(file, new Set());
        expect(pictureName(`pictures/${name}`)).toBe(name);
      }),
    );
  });
});

describe('the name of a file that is sent', () => {
  it.each([
    ['Formulir Kunjungan (baru).PDF', 'pdf', 'formulir-kunjungan-baru.pdf'],
    ['buku kas.xlsm.xlsx', 'xlsx', 'buku-kas-xlsm.xlsx'],
    ['../../etc/passwd', 'docx', 'etc-passwd.docx'],
    ['図.pdf', 'pdf', 'lampiran.pdf'],
  ])('%j with the content of %s is %s', (file, ending, name) => {
    expect(fileNameFor(file, ending)).toBe(name);
  });

  it('is one that a text can refer to, whatever the file is called', () => {
    assert(
      property(string({ unit: 'grapheme' }), constantFrom(...courseFileKinds), (file, kind) => {
        const name = fileNameFor(file, kind);
        expect(fileName(`files/${name}`)).toBe(name);
      }),
    );
  });
});
