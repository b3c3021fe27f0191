import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import type { LessonContent } from '../../src/courses/activity-content.js';
import { ActivityVersion } from '../../src/courses/activity.entity.js';
import { CoursePicture } from '../../src/courses/course-picture.entity.js';
import { CountPicturesOfLessons1795503000000 as CountPictures } from '../../src/migrations/1795503000-count-pictures-of-lessons.js';
import { startApp, type TestApp } from '../support/app.js';
import { readPackOf } from '../support/packs.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await app.app.get(PackImportService).import(await readPackOf('test/packs/satu-pertemuan'), null);
});
afterAll(() => app.close());

const versions = () =>
  app.units.inTransaction((manager) => manager.find(ActivityVersion, { order: { id: 'ASC' } }));
const contents = async () => (await versions()).map(({ content }) => content as Partial<LessonContent>);

it('tells of a lesson what its pictures weigh', async () => {
  const picture = await app.units.inTransaction((manager) => manager.findOneByOrFail(CoursePicture, {}));
  const lesson = (await versions()).find(({ content }) => (content as LessonContent).html?.includes('<img'))!;
  const { bytes, pictureBytes } = lesson.content as LessonContent;
  expect(pictureBytes).toBe(picture.bytes);
  expect(lesson.brief.bytes).toBe(bytes + picture.bytes);
});

it('is told of lessons that were published before it was counted, as if they were published today', async () => {
  const today = await versions();
  await app.units.inTransaction((manager) => new CountPictures().down(manager.queryRunner!));
  expect((await contents()).filter(({ pictureBytes }) => pictureBytes !== undefined)).toEqual([]);
  expect(await versions()).not.toEqual(today);
  await app.units.inTransaction((manager) => new CountPictures().up(manager.queryRunner!));
  expect(await versions()).toEqual(today);
});
