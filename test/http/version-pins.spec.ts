import { Activity, type ActivityKind } from '../../src/courses/activity.entity.js';
import { ActivitiesService } from '../../src/courses/activities.service.js';
import type { LessonContent, Publication } from '../../src/courses/activity-content.js';
import type { Reach } from '../../src/courses/version-pins.js';
import { Attempt } from '../../src/quizzes/attempt.entity.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { startApp, type TestApp, testNow } from '../support/app.js';
import { type Cast, createCast, createPerson } from '../support/cast.js';
import {
  type Classroom,
  cohortRules,
  createAssignment,
  createClassroom,
  createGroup,
  createLesson,
  createMeeting,
  createQuiz,
  enrol,
  publishing,
} from '../support/classroom.js';
import type { Client } from '../support/client.js';
import { createDuo } from '../support/duo.js';

let app: TestApp;
let cast: Cast;
let room: Classroom;
let beginner: Client;
let other: Client;
let otherCohort: Cohort;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  room = await createClassroom(app, cast);
  await createDuo(app, room);
  const person = await app.units.inTransaction(async (manager) => {
    otherCohort = await manager.save(
      manager.create(Cohort, {
        courseId: room.course.id,
        ordinal: 2,
        label: '2027-B',
        startsOn: '2027-08-30',
        status: 'running',
        rules: cohortRules,
      }),
    );
    const group = await createGroup(manager, otherCohort, 'class', 'Kelas B', cast.instructor.id);
    await createMeeting(manager, group, room.session, new Date('2027-08-31T08:30:00Z'));
    const made = await createPerson(manager, { name: 'Yanti Bangas', role: 'student' });
    await enrol(manager, otherCohort, made.id, [group]);
    return made;
  });
  beginner = await app.as(cast.student);
  other = await app.as(person);
});
afterAll(() => app.close());

const publish = (activity: Activity, content: Publication['content'], reach: Reach = 'not-begun') =>
  app.units.inTransaction((manager) =>
    publishing.publishActivity(manager, activity.id, { kind: activity.kind, content } as Publication, {
      authorId: null,
      now: testNow,
      reach,
    }),
  );

const lessonSaying = (text: string): LessonContent => ({
  minutes: 5,
  checkedOn: '2027-08-01',
  markdown: text,
  html: `<p>${text}</p>`,
  words: 1,
  bytes: text.length,
  facts: [],
  pictureBytes: 0,
});

/** The number of the version that the learners of a cohort have. */
async function versionFor(cohort: Cohort, id: number, kind: ActivityKind): Promise<number> {
  const service = app.app.get(ActivitiesService);
  const { currentVersionId } = await service.published(cohort, id, kind);
  return (await service.version(currentVersionId)).version;
}

describe('a lesson published again', () => {
  it('stays as it was for the cohort in which somebody has begun, and is new for the other', async () => {
    const lesson = await app.units.inTransaction((manager) =>
      createLesson(manager, room, lessonSaying('Lama'), { key: 'L1', title: 'L1' }),
    );
    await beginner.postJson(`/lessons/${lesson.id}/opening`, {}).expect(204);
    await publish(lesson, lessonSaying('Baru'));
    await beginner.get(`/lessons/${lesson.id}`).expect(/<p>Lama<\/p>/);
    await other.get(`/lessons/${lesson.id}`).expect(/<p>Baru<\/p>/);
    await (await app.as(cast.instructor)).get(`/lessons/${lesson.id}`).expect(/<p>Baru<\/p>/);

    await publish(lesson, lessonSaying('Ketiga'));
    await beginner.get(`/lessons/${lesson.id}`).expect(/<p>Lama<\/p>/);
    await other.get(`/lessons/${lesson.id}`).expect(/<p>Ketiga<\/p>/);

    await publish(lesson, lessonSaying('Tanpa salah ketik'), 'everybody');
    await beginner.get(`/lessons/${lesson.id}`).expect(/<p>Tanpa salah ketik<\/p>/);
    await other.get(`/lessons/${lesson.id}`).expect(/<p>Tanpa salah ketik<\/p>/);
  });

  it('is new for everybody while nobody has begun', async () => {
    const lesson = await app.units.inTransaction((manager) =>
      createLesson(manager, room, lessonSaying('Lama'), { key: 'L2', title: 'L2' }),
    );
    await publish(lesson, lessonSaying('Baru'));
    await beginner.get(`/lessons/${lesson.id}`).expect(/<p>Baru<\/p>/);
  });
});

describe('a quiz and an assignment published again', () => {
  it('stay for the cohort in which an attempt was begun', async () => {
    const quiz = await app.units.inTransaction(async (manager) => {
      const made = await createQuiz(manager, room, {}, { key: 'K1', title: 'K1' });
      await manager.insert(Attempt, {
        enrolmentId: room.enrolment.id,
        activityId: made.id,
        number: 1,
        activityVersionId: made.currentVersionId ?? 0,
        seed: 'a',
        startedAt: testNow,
        deadlineAt: null,
        submittedAt: null,
        state: 'running',
        score: null,
        mustPassMet: false,
        revision: 0,
      });
      return made;
    });
    const content = (await app.app.get(ActivitiesService).version(quiz.currentVersionId ?? 0)).content;
    await publish(quiz, { ...(content as object), minutes: 20 } as Publication['content']);
    expect(await versionFor(room.cohort, quiz.id, 'quiz')).toBe(1);
    expect(await versionFor(otherCohort, quiz.id, 'quiz')).toBe(2);
  });

  it.each(['individual', 'pair'] as const)('stay where a draft was begun, by %s', async (submitsAs) => {
    const task = await app.units.inTransaction((manager) =>
      createAssignment(manager, room, {}, { key: `T-${submitsAs}`, title: submitsAs, submitsAs }),
    );
    await beginner.post(`/assignments/${task.id}/text`, { text: 'Baru mulai.', seq: 0 }).expect(303);
    const content = (await app.app.get(ActivitiesService).version(task.currentVersionId ?? 0)).content;
    await publish(task, { ...(content as object), maxFiles: 1 } as Publication['content']);
    expect(await versionFor(room.cohort, task.id, 'assignment')).toBe(1);
    expect(await versionFor(otherCohort, task.id, 'assignment')).toBe(2);
  });
});
