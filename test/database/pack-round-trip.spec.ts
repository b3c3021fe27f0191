import { DataSource } from 'typeorm';
import type { CoursePack, PackMedium } from '../../src/course-packs/course-pack.js';
import { PackExportsService } from '../../src/course-packs/pack-exports.service.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { readArchive } from '../../src/course-packs/read-archive.js';
import { readPack } from '../../src/course-packs/pack-reader.js';
import { writePack } from '../../src/course-packs/pack-writer.js';
import { writeArchive } from '../../src/course-packs/write-archive.js';
import { Course } from '../../src/courses/course.entity.js';
import { startApp } from '../support/app.js';
import { workbookOf } from '../support/documents.js';
import { pdfOf } from '../support/files.js';
import { readPackOf } from '../support/packs.js';

/** The pack that an empty installation gives after it took this one. */
async function throughAnInstallation(pack: CoursePack): Promise<CoursePack> {
  const app = await startApp();
  try {
    await app.app.get(PackImportService).import(pack, null);
    const where = { key: pack.key };
    const course = await app.app.get(DataSource).manager.findOneByOrFail(Course, where);
    return await app.app.get(PackExportsService).packOf(course);
  } finally {
    await app.close();
  }
}

/** Bytes compared as bytes, in whichever array they lie. */
const comparable = (pack: CoursePack) => ({
  ...pack,
  pictures: pack.pictures.map(comparableMedium),
  files: pack.files.map(comparableMedium),
});

const comparableMedium = ({ bytes, ...medium }: PackMedium) => ({
  ...medium,
  bytes: Buffer.from(bytes).toString('base64'),
});

/** The whole course with a worksheet that a lesson gives to save, and a form that an assignment does. */
async function courseWithFiles(): Promise<CoursePack> {
  const pack = await readPackOf('content/kader-pendamping');
  const activities = pack.sessions.flatMap((session) => session.activities);
  const lesson = activities.find((activity) => activity.kind === 'lesson')!;
  const task = activities.find((activity) => activity.kind === 'assignment')!;
  lesson.content.markdown += '\n[Buku kas](files/buku-kas.xlsx)\n';
  task.content.instructions += '\n\n[Formulir](files/formulir.pdf)';
  const workbook = await workbookOf('Kas');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const files = [
    { name: 'buku-kas.xlsx', type, bytes: workbook },
    { name: 'formulir.pdf', type: 'application/pdf', bytes: await pdfOf('Formulir') },
  ];
  return { ...pack, files };
}

const archiveOf = (pack: CoursePack) => writeArchive(writePack(pack));

describe('the whole course', () => {
  it('comes out of an installation as it went in, again and again, byte for byte', async () => {
    const pack = await courseWithFiles();
    const first = await throughAnInstallation(pack);
    expect(comparable(first)).toEqual(comparable(pack));
    const archive = await archiveOf(first);
    const second = await throughAnInstallation(readPack((await readArchive(archive)).files!).pack!);
    expect((await archiveOf(second)).equals(archive)).toBe(true);
  });
});
