import type { CoursePack } from '../../src/course-packs/course-pack.js';
import { PackExportsService } from '../../src/course-packs/pack-exports.service.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { readArchive } from '../../src/course-packs/read-archive.js';
import { readPack } from '../../src/course-packs/pack-reader.js';
import { writePack } from '../../src/course-packs/pack-writer.js';
import { writeArchive } from '../../src/course-packs/write-archive.js';
import { startApp } from '../support/app.js';
import { readPackOf } from '../support/packs.js';

/** The pack that an empty installation gives after it took this one. */
async function throughAnInstallation(pack: CoursePack): Promise<CoursePack> {
  const app = await startApp();
  try {
    await app.app.get(PackImportService).import(pack, null);
    return (await app.app.get(PackExportsService).packOfKey(pack.key))!;
  } finally {
    await app.close();
  }
}

/** Bytes compared as bytes, in whichever array they lie. */
const comparable = (pack: CoursePack) => ({
  ...pack,
  pictures: pack.pictures.map(({ bytes, ...picture }) => ({
    ...picture,
    bytes: Buffer.from(bytes).toString('base64'),
  })),
});

const archiveOf = (pack: CoursePack) => writeArchive(writePack(pack));

describe('the whole course', () => {
  it('comes out of an installation as it went in, again and again, byte for byte', async () => {
    const pack = await readPackOf('content/kader-pendamping');
    const first = await throughAnInstallation(pack);
    expect(comparable(first)).toEqual(comparable(pack));
    const archive = await archiveOf(first);
    const second = await throughAnInstallation(readPack((await readArchive(archive)).files!).pack!);
    expect((await archiveOf(second)).equals(archive)).toBe(true);
  });
});
