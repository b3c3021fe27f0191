import { DataSource } from 'typeorm';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { CoursePicture } from '../../src/courses/course-picture.entity.js';
import { ActivityVersion } from '../../src/courses/activity.entity.js';
import type { LessonContent } from '../../src/courses/activity-content.js';
import { Blob } from '../../src/platform/uploads/blob.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;
let cast: Cast;
let reader: DataSource;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  reader = app.app.get(DataSource);
  await importing('#ffffff');
});
afterAll(() => app.close());

/** The course in one session, its picture on this ground. */
async function importing(ground: string) {
  const pack = await readPackOf('test/packs/satu-pertemuan');
  const pictures = pack.pictures.map((picture) => ({
    ...picture,
    bytes: Buffer.from(Buffer.from(picture.bytes).toString().replaceAll('#ffffff', ground)),
  }));
  return await app.app.get(PackImportService).import({ ...pack, pictures }, null);
}

async function shown(): Promise<string[]> {
  const versions = await reader.manager.find(ActivityVersion, { order: { id: 'ASC' } });
  return versions
    .flatMap(({ content }) => [
      ...((content as Partial<LessonContent>).html?.matchAll(/src="([^"]*)"/g) ?? []),
    ])
    .map(([, src = '']) => src);
}

describe('a picture of a lesson', () => {
  it('stands in the text with its size and its words', async () => {
    const [version] = await reader.manager.find(ActivityVersion, { order: { id: 'ASC' } });
    expect((version!.content as LessonContent).html).toMatch(
      /<img src="\/pictures\/[\da-f]{64}" alt="Dua dompet terpisah: [^"]*" width="360" height="150" loading="lazy"/,
    );
  });

  it('is sent to whoever is signed in, to be kept, and runs nothing', async () => {
    const [src = ''] = await shown();
    const answer = await (await app.as(cast.student)).get(src).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/),
    });
    expect(String(answer.body)).toContain('<title>Dua dompet</title>');
  });

  it('is there for no guest, and not under another hash', async () => {
    const [src = ''] = await shown();
    await app.guest().get(src).expect(303);
    const student = await app.as(cast.student);
    await student.get(src.replace(/[\da-f]{64}/, '0'.repeat(64))).expect(404);
    await student.get('/pictures/..%2f..%2fetc/passwd').expect(404);
  });
});

describe('importing again', () => {
  it('changes nothing and stores nothing twice', async () => {
    const blobs = await reader.manager.count(Blob);
    await expect(importing('#ffffff')).resolves.toMatchObject({ created: 0, changed: 0, newVersions: 0 });
    expect(await reader.manager.count(Blob)).toBe(blobs);
    expect(await shown()).toHaveLength(1);
  });

  it('publishes the text anew with another picture, while the old one stays where it was shown', async () => {
    await expect(importing('#fffff0')).resolves.toMatchObject({ changed: 1, newVersions: 1 });
    const [old = '', current = ''] = await shown();
    expect(current).not.toBe(old);
    const student = await app.as(cast.student);
    expect(String((await student.get(old).expect(200)).body)).toContain('#ffffff');
    expect(String((await student.get(current).expect(200)).body)).toContain('#fffff0');
  });

  it('goes back to the first picture without storing it again', async () => {
    const blobs = await reader.manager.count(Blob);
    await importing('#ffffff');
    expect(await reader.manager.count(Blob)).toBe(blobs);
    expect(await reader.manager.countBy(CoursePicture, { isCurrent: true })).toBe(1);
    const all = await shown();
    expect(all.at(-1)).toBe(all[0]);
  });
});
