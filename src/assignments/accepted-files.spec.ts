import { supportedMimeTypes } from 'file-type';
import { type AcceptedFiles, type ArrivedFile, decideFile, FILE_KINDS, kindOf } from './accepted-files.js';

const photos: AcceptedFiles = { accepts: ['jpg', 'png'], maxFiles: 3, maxBytes: 2_000_000 };
const jpeg = { type: 'image/jpeg', bytes: 900_000 };

describe('a file', () => {
  it.each<[string, ArrivedFile, number, unknown]>([
    ['of a kind asked for', jpeg, 0, { kind: 'jpg' }],
    ['the last of three', jpeg, 2, { kind: 'jpg' }],
    ['the fourth of three', jpeg, 3, { refusal: { reason: 'too-many', maxFiles: 3 } }],
    ['of the largest size', { ...jpeg, bytes: 2_000_000 }, 0, { kind: 'jpg' }],
    [
      'a byte larger',
      { ...jpeg, bytes: 2_000_001 },
      0,
      { refusal: { reason: 'too-large', maxBytes: 2_000_000 } },
    ],
    ['of no bytes', { type: undefined, bytes: 0 }, 0, { refusal: { reason: 'empty-file' } }],
    [
      'whose bytes are of no known type',
      { type: undefined, bytes: 12 },
      0,
      { refusal: { reason: 'unknown-content', accepted: ['jpg', 'png'] } },
    ],
    [
      'that is an archive',
      { type: 'application/zip', bytes: 12 },
      0,
      { refusal: { reason: 'unknown-content', accepted: ['jpg', 'png'] } },
    ],
    [
      'of a kind not asked for',
      { type: 'application/pdf', bytes: 12 },
      0,
      { refusal: { reason: 'kind-not-accepted', kind: 'pdf', accepted: ['jpg', 'png'] } },
    ],
  ])('%s', (_what, file, kept, decision) => {
    expect(decideFile(file, kept, photos)).toEqual(decision);
  });
});

describe('the kind of a file', () => {
  it.each([
    ['image/heif', 'heic'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
    ['audio/ogg; codecs=opus', 'ogg'],
    ['application/vnd.ms-word.document.macroenabled.12', undefined],
    ['application/x-cfb', undefined],
    ['application/x-msdownload', undefined],
    ['image/svg+xml', undefined],
    ['text/html', undefined],
    [undefined, undefined],
  ])('%s is %s', (type, kind) => {
    expect(kindOf(type)).toBe(kind);
  });

  it('is known by types that are found in bytes', () => {
    const types = Object.values(FILE_KINDS).flatMap((types): readonly string[] => types);
    expect([...supportedMimeTypes]).toEqual(expect.arrayContaining(types));
    expect(new Set(types).size).toBe(types.length);
  });
});
