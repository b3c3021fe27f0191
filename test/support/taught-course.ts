import { DataSource } from 'typeorm';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import type { Group } from '../../src/cohorts/group.entity.js';
import type { CoursePack, PackSession } from '../../src/course-packs/course-pack.js';
import { PackImportService } from '../../src/course-packs/pack-import.service.js';
import { Activity } from '../../src/courses/activity.entity.js';
import { Course } from '../../src/courses/course.entity.js';
import { Session } from '../../src/courses/session.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { Progress } from '../../src/progress/progress.entity.js';
import { type TestApp, testNow } from './app.js';
import { createPerson } from './cast.js';
import { createGroup, createMeeting, cohortRules, enrol } from './classroom.js';
import { readPackOf } from './packs.js';

/** A learner in the middle of a course that is as large as a real one. */
export interface TaughtCourse {
  student: Person;
  /** Done and to come, in the order of the course. */
  activities: Activity[];
  enrolment: Enrolment;
}

/**
 * The product's own course cut to so many sessions, taught on Tuesdays and Thursdays since four weeks. Every session
 * has its lesson, quiz and assignment: one without content yet borrows that of the second. All of the weeks gone by
 * is done.
 */
export async function teachCourse(
  app: TestApp,
  sessions: number,
  name = 'Noor Hidayah',
): Promise<TaughtCourse> {
  const pack = await fullPack(sessions);
  const { components, requirements, criticalAspects } = pack;
  await app.app.get(PackImportService).import(pack, null);
  const reader = app.app.get(DataSource).manager;
  const course = await reader.findOneByOrFail(Course, { key: pack.key });
  return await app.units.inTransaction(async (manager) => {
    const student = await createPerson(manager, { name, role: 'student' });
    const cohort = await manager.save(
      manager.create(Cohort, {
        courseId: course.id,
        ordinal: 1,
        label: '2027-B',
        startsOn: '2027-08-03',
        status: 'running',
        rules: { ...cohortRules, components, requirements, criticalAspects },
      }),
    );
    const groups: Group[] = [];
    for (const [kind, name] of [
      ['class', 'Kelas A'],
      ['team', 'Kelompok 1'],
      ['pair', 'Duet 1'],
    ] as const)
      groups.push(await createGroup(manager, cohort, kind, name));
    const enrolment = await enrol(manager, cohort, student.id, groups);
    for (const session of await manager.findBy(Session, { courseId: course.id }))
      await createMeeting(manager, groups[0]!, session, dayOf(session.number));
    const activities = await manager.find(Activity, {
      where: { courseId: course.id },
      relations: { session: true },
      order: { session: { number: 'ASC' }, position: 'ASC' },
    });
    for (const { id, kind, session } of activities.filter(({ session }) => dayOf(session.number) < testNow)) {
      const score = kind === 'lesson' ? null : 8000 + session.number * 25;
      const at = new Date(dayOf(session.number).getTime() + 86_400_000);
      const judged = { score, criticalScore: score, mustPassMet: true };
      await manager.insert(Progress, {
        enrolmentId: enrolment.id,
        activityId: id,
        state: 'done',
        ...judged,
        at,
      });
    }
    return { student, activities, enrolment };
  });
}

/** Tuesdays and Thursdays from 3 August 2027, 15.30 WIB. */
const dayOf = (number: number): Date =>
  new Date(Date.UTC(2027, 7, 3 + Math.floor((number - 1) / 2) * 7 + ((number - 1) % 2) * 2, 8, 30));

async function fullPack(sessions: number): Promise<CoursePack> {
  const pack = await readPackOf('content/kader-pendamping');
  const model = pack.sessions[1]!;
  return {
    ...pack,
    key: `kelas-${sessions}`,
    sessions: pack.sessions.slice(0, sessions).map((session) => withContent(session, model)),
  };
}

function withContent(session: PackSession, model: PackSession): PackSession {
  const borrowed = model.activities
    .filter(({ kind }) => !session.activities.some((activity) => activity.kind === kind))
    .map((activity) => ({ ...activity, key: `${session.key}-${activity.kind}` }));
  const activities = [...session.activities, ...borrowed];
  return {
    ...session,
    activities: activities.map((activity, index) => ({ ...activity, position: index + 1 })),
  };
}
