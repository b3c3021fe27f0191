import { assert, property, string } from 'fast-check';
import { pictureName } from '../platform/markdown/pictures.js';
import { pictureNameFor } from './picture-name.js';

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
