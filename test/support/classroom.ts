import type { EntityManager } from 'typeorm';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { type CohortRules, defaultAttendance, defaultCertificate } from '../../src/cohorts/cohort-rules.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Group, type GroupKind, GroupMember } from '../../src/cohorts/group.entity.js';
import { Meeting } from '../../src/cohorts/meeting.entity.js';
import { Activity } from '../../src/courses/activity.entity.js';
import type {
  AssignmentContent,
  LessonContent,
  Publication,
  QuizContent,
} from '../../src/courses/activity-content.js';
import { Course, CourseModule, GradeComponent } from '../../src/courses/course.entity.js';
import { Question } from '../../src/courses/question.entity.js';
import { PublishingService } from '../../src/courses/publishing.service.js';
import { VersionPinsService } from '../../src/courses/version-pins.service.js';
import { BegunWorkService } from '../../src/desk/begun-work.service.js';
import { Session } from '../../src/courses/session.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { type TestApp, testNow } from './app.js';
import type { Cast } from './cast.js';

/** A running cohort with one class taught by the cast's instructor, in which the cast's student is enrolled. */
export interface Classroom {
  course: Course;
  module: CourseModule;
  component: GradeComponent;
  session: Session;
  cohort: Cohort;
  classGroup: Group;
  meeting: Meeting;
  enrolment: Enrolment;
}

export const publishing = new PublishingService(new VersionPinsService(new BegunWorkService()));

export const cohortRules: CohortRules = {
  components: [{ key: 'kuis', name: 'Kuis', weight: 10_000 }],
  requirements: [],
  criticalAspects: [],
  attendance: defaultAttendance,
  certificate: defaultCertificate,
};

export async function createClassroom({ units }: Pick<TestApp, 'units'>, cast: Cast): Promise<Classroom> {
  return await units.inTransaction(async (manager) => {
    const course = await manager.save(
      manager.create(Course, {
        key: 'uji',
        title: 'Kelas Uji',
        summary: 'Untuk uji.',
        language: 'id',
        practiceHours: 0,
        requirements: [],
        criticalAspects: [],
      }),
    );
    const courseId = course.id;
    const module = await manager.save(
      manager.create(CourseModule, { courseId, position: 1, key: 'm1', title: 'Modul satu', hours: 8 }),
    );
    const component = await manager.save(
      manager.create(GradeComponent, { courseId, position: 1, key: 'kuis', name: 'Kuis', weight: 10_000 }),
    );
    const session = await createSession(manager, { courseId, moduleId: module.id, number: 1 });
    const cohort = await manager.save(
      manager.create(Cohort, {
        courseId,
        ordinal: 1,
        label: '2027-A',
        startsOn: '2027-08-30',
        status: 'running',
        rules: cohortRules,
      }),
    );
    const classGroup = await createGroup(manager, cohort, 'class', 'Kelas A', cast.instructor.id);
    const meeting = await createMeeting(manager, classGroup, session, new Date('2027-08-31T08:30:00Z'));
    const enrolment = await enrol(manager, cohort, cast.student.id, [classGroup]);
    return { course, module, component, session, cohort, classGroup, meeting, enrolment };
  });
}

export async function createSession(
  manager: EntityManager,
  where: { courseId: number; moduleId: number; number: number; title?: string },
): Promise<Session> {
  const { title = `Pertemuan ${where.number}`, ...place } = where;
  return await manager.save(
    manager.create(Session, {
      ...place,
      title,
      key: `P${where.number}`,
      track: 'mentoring',
      unit: null,
      summary: '',
      outcomes: [{ key: 'menyebut', text: 'Menyebut tiga hal' }],
    }),
  );
}

export async function createGroup(
  manager: EntityManager,
  cohort: Cohort,
  kind: GroupKind,
  name: string,
  supervisorId: number | null = null,
): Promise<Group> {
  return await manager.save(manager.create(Group, { cohortId: cohort.id, kind, name, supervisorId }));
}

/** Two hours from `startsAt`. */
export async function createMeeting(
  manager: EntityManager,
  classGroup: Group,
  session: Session | null,
  startsAt: Date,
): Promise<Meeting> {
  return await manager.save(
    manager.create(Meeting, {
      classGroupId: classGroup.id,
      sessionId: session?.id ?? null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
      place: 'Aula PLUT',
      instructorId: classGroup.supervisorId,
      status: 'planned',
    }),
  );
}

/** Enrols a person, with their newest student record, and puts them into the groups. */
export async function enrol(
  manager: EntityManager,
  cohort: Cohort,
  personId: number,
  groups: readonly Group[],
): Promise<Enrolment> {
  const record = await manager.findOne(StudentRecord, { where: { personId }, order: { id: 'DESC' } });
  const enrolment = await manager.save(
    manager.create(Enrolment, {
      cohortId: cohort.id,
      personId,
      studentRecordId: record?.id ?? null,
      status: 'active',
      enrolledAt: testNow,
    }),
  );
  for (const { id, kind } of groups)
    await manager.insert(GroupMember, { groupId: id, enrolmentId: enrolment.id, kind });
  return enrolment;
}

type NewActivity = Partial<Omit<Activity, 'id'>> & Pick<Activity, 'key'>;

/** A lesson of the session, published, open from three days before the meeting. */
export const createLesson = (
  manager: EntityManager,
  room: Classroom,
  content: Partial<LessonContent>,
  more: NewActivity,
) =>
  createActivity(
    manager,
    room,
    {
      minutes: 5,
      checkedOn: '2027-08-01',
      markdown: 'Isi.',
      html: '<p>Isi.</p>',
      words: 1,
      bytes: 11,
      facts: [],
      pictureBytes: 0,
      ...content,
    },
    { kind: 'lesson', ...more },
  );

/** A quiz of the session, published, open from the meeting's end, due seven days later. */
export const createQuiz = (
  manager: EntityManager,
  room: Classroom,
  content: Partial<QuizContent>,
  more: NewActivity,
) =>
  createActivity(
    manager,
    room,
    {
      purpose: 'exit',
      questions: 2,
      minutes: 15,
      attempts: 3,
      gapHours: 24,
      from: [],
      review: 'afterAttempt',
      ...content,
    },
    { kind: 'quiz', componentId: room.component.id, passMark: 7000, dueRule: '+7d 23:59', ...more },
  );

/** An assignment of the session, published, due seven days after the meeting, with a rubric of two criteria. */
export const createAssignment = (
  manager: EntityManager,
  room: Classroom,
  content: Partial<AssignmentContent>,
  more: NewActivity,
) =>
  createActivity(
    manager,
    room,
    {
      instructions: 'Tulis satu halaman.',
      html: '<p>Tulis satu halaman.</p>',
      accepts: ['pdf', 'jpg', 'png'],
      maxBytes: 5_000_000,
      maxFiles: 3,
      rubric: [criterion('bukti', 6000), criterion('rapi', 4000)],
      facts: [],
      ...content,
    },
    {
      kind: 'assignment',
      componentId: room.component.id,
      dueRule: '+7d 23:59',
      submitsAs: 'individual',
      ...more,
    },
  );

const criterion = (key: string, weight: number) => ({
  key,
  name: key,
  weight,
  levels: { 4: 'Unggul', 3: 'Memenuhi', 2: 'Berkembang', 1: 'Belum' },
});

async function createActivity(
  manager: EntityManager,
  room: Classroom,
  content: Publication['content'],
  more: NewActivity & Pick<Activity, 'kind'>,
): Promise<Activity> {
  const activity = await manager.save(
    manager.create(Activity, {
      courseId: room.course.id,
      sessionId: room.session.id,
      position: 1,
      title: more.key,
      required: true,
      componentId: null,
      opensRule: '-3d',
      dueRule: null,
      passMark: null,
      critical: null,
      submitsAs: 'individual',
      weight: 1,
      currentVersionId: null,
      ...more,
    }),
  );
  const publication = { kind: activity.kind, content } as Publication;
  await publishing.publishActivity(manager, activity.id, publication, { authorId: null, now: testNow });
  return await manager.findOneByOrFail(Activity, { id: activity.id });
}

/** A published question of the session; `body` has the shape of its type in `quizzes/question-types`. */
export async function createQuestion(
  manager: EntityManager,
  room: Classroom,
  { key, type, body, mustPass = false }: { key: string; type: string; body: unknown; mustPass?: boolean },
): Promise<Question> {
  const question = await manager.save(
    manager.create(Question, {
      courseId: room.course.id,
      sessionId: room.session.id,
      key,
      mustPass,
      currentVersionId: null,
    }),
  );
  const text = { type, stem: `Soal ${key}`, body, tags: { outcome: 'menyebut', level: 'ingat' } };
  await publishing.publishQuestion(manager, question.id, text, { now: testNow });
  return await manager.findOneByOrFail(Question, { id: question.id });
}
