import { CourseModule } from '../../src/courses/course.entity.js';
import { Activity, ActivityVersion } from '../../src/courses/activity.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import { type Classroom, createClassroom, createLesson, createQuiz } from '../support/classroom.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    await createLesson(manager, room, {}, { key: 'p1-materi', title: 'Empat kolom' });
    const quiz = await createQuiz(manager, room, {}, { key: 'p1-kuis', title: 'Kuis keluar', position: 2 });
    await manager.update(Activity, { id: quiz.id }, { currentVersionId: null });
    await manager.delete(ActivityVersion, { activityId: quiz.id });
    await manager.insert(CourseModule, {
      courseId: room.course.id,
      position: 2,
      key: 'm2',
      title: 'Modul kosong',
      hours: 4,
    });
  });
});
afterAll(() => app.close());

const address = () => `/courses/${room.course.id}/edit`;

describe('the course for who writes it', () => {
  it.each(['instructor', 'staff', 'admin'] as const)('shows %s everything that there is', async (who) => {
    const { text } = await (await app.as(cast[who])).get(address()).expect(200);
    expect(text).toContain('urutan pertemuan tidak, sebab jadwal angkatan');
    expect(text).toContain('Modul 1: Modul satu');
    expect(text).toContain('Pertemuan 1');
    expect(text).toContain('Empat kolom</a>');
    expect(text).toMatch(/Kuis keluar.*Kuis · belum terbit/);
    expect(text).toMatch(/Modul kosong.*\n.*Modul ini belum punya pertemuan/);
  });

  it('is reached from the plan of the course', async () => {
    const plan = await (await app.as(cast.instructor)).get('/course').expect(200);
    expect(plan.text).toContain(`href="${address()}"`);
  });

  it('is not there for an instructor of another course, nor at another address', async () => {
    const elsewhere = await app.units.inTransaction((manager) =>
      createPerson(manager, { name: 'Deri Kasan', role: 'instructor' }),
    );
    await (await app.as(elsewhere)).get(address()).expect(404);
    await (await app.as(cast.staff)).get('/courses/999999/edit').expect(404);
  });

  it('is for no student and no guest', async () => {
    await (await app.as(cast.student)).get(address()).expect(403);
    await app.guest().get(address()).expect(303);
  });
});
