import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import { type Classroom, createClassroom, createMeeting } from '../support/classroom.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await app.units.inTransaction(async (manager) => {
    for (const day of ['2027-08-24', '2027-08-26']) {
      const meeting = await createMeeting(manager, room.classGroup, null, new Date(`${day}T08:30:00Z`));
      await manager.insert(AttendanceMark, {
        meetingId: meeting.id,
        enrolmentId: room.enrolment.id,
        status: 'A',
        isRepaired: false,
        method: 'register',
        at: app.clock.now(),
        markedById: cast.instructor.id,
      });
    }
  });
});
afterAll(() => app.close());

describe('the first page', () => {
  it('shows an instructor the meetings of today, with the register', async () => {
    const { text } = await (await app.as(cast.instructor)).get('/home').expect(200);
    expect(text).toContain('Pertemuan hari ini');
    expect(text).toContain(`/meetings/${room.meeting.id}/attendance`);
    expect(text).not.toContain('Perlu disapa');
  });

  it('shows staff the cohorts and who may need a word', async () => {
    const { text } = await (await app.as(cast.staff)).get('/home').expect(200);
    expect(text).toContain(`/cohorts/${room.cohort.id}`);
    expect(text).toContain('2 kali alpa berturut-turut');
  });

  it('shows a coordinator neither', async () => {
    const { text } = await (await app.as(cast.coordinator)).get('/home').expect(200);
    expect(text).not.toContain('Norlaila');
    expect(text).not.toContain('Pertemuan hari ini');
  });
});
