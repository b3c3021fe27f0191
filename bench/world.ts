import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { DateOverride } from '../src/cohorts/activity-date.entity.js';
import { Cohort } from '../src/cohorts/cohort.entity.js';
import { GroupMember } from '../src/cohorts/group.entity.js';
import { Meeting } from '../src/cohorts/meeting.entity.js';
import { Activity, type ActivityKind } from '../src/courses/activity.entity.js';
import { seedDemo } from '../src/demo-first.js';
import { migrateFirst } from '../src/migrate-first.js';
import { Person } from '../src/people/person.entity.js';
import { hashToken, SignInsService } from '../src/people/sign-ins.service.js';
import type { Config } from '../src/platform/config/config.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { Csrf } from '../src/platform/web/csrf.js';
import { AttemptStartsService } from '../src/quizzes/attempt-starts.service.js';
import { AttemptQuestion } from '../src/quizzes/attempt.entity.js';

export const secret = 'the secret of the bench, which guards nothing';
const csrf = new Csrf(Buffer.from(secret));

/** Somebody's browser. */
export interface Visitor {
  /** Empty for a guest. */
  email: string;
  cookie: string;
  csrf: string;
}

/** Whom the scenarios visit as, and what they look at. */
export interface World {
  /** Of one class of the running cohort, signed in. */
  students: Visitor[];
  instructor: Visitor;
  staff: Visitor;
  runningId: number;
  finishedId: number;
  /** The last meeting of the class that was held. */
  meetingId: number;
  /** One of each student, running, with the place of a question that has options. */
  attempts: RunningAttempt[];
  /** Of the first session. */
  activities: Record<ActivityKind, number>;
}

interface RunningAttempt {
  id: number;
  question: number;
}

/** Fills an empty database with the demonstration: a cohort of 120 that is over, and one in its third week. */
export async function createWorld(config: Config, students: number): Promise<World> {
  await migrateFirst(config);
  await seedDemo(config, new Date());
  const options = { logger: ['error', 'warn'] as ('error' | 'warn')[] };
  const app = await NestFactory.createApplicationContext(AppModule.with(config), options);
  try {
    return await look(app, students);
  } finally {
    await app.close();
  }
}

async function look(app: INestApplicationContext, students: number): Promise<World> {
  const { manager } = app.get(DataSource);
  const running = await manager.findOneByOrFail(Cohort, { status: 'running' });
  const finished = await manager.findOneByOrFail(Cohort, { status: 'finished' });
  const signIn = async ({ id, emailNorm }: Person): Promise<Visitor> => {
    const token = await app.get(SignInsService).begin(id, 'Chrome · Android');
    return { email: emailNorm ?? '', cookie: `kader=${token}`, csrf: csrf.token(hashToken(token)) };
  };
  const known = (email: string): Promise<Person> =>
    manager.findOneByOrFail(Person, { emailNorm: `${email}@contoh.test` });
  const instructor = await known('instruktur');
  const meeting = await manager.findOneOrFail(Meeting, {
    where: { classGroup: { cohortId: running.id }, status: 'held', instructorId: instructor.id },
    order: { startsAt: 'DESC', id: 'ASC' },
  });
  const classmates = await manager.find(GroupMember, {
    where: { groupId: meeting.classGroupId, enrolment: { status: 'active' } },
    relations: { enrolment: { person: true } },
    order: { enrolmentId: 'ASC' },
    take: students,
  });
  const visitors: Visitor[] = [];
  for (const { enrolment } of classmates) visitors.push(await signIn(enrolment.person));
  const activities = await firstActivities(manager.connection, running.courseId);
  await reopen(app, running, activities.quiz);
  const attempts: RunningAttempt[] = [];
  for (const visitor of visitors) attempts.push(await begin(app, visitor, activities.quiz));
  return {
    students: visitors,
    instructor: await signIn(instructor),
    staff: await signIn(await known('staf')),
    runningId: running.id,
    finishedId: finished.id,
    meetingId: meeting.id,
    attempts,
    activities,
  };
}

/** The quizzes of the weeks before are closed: the cohort gets another year for this one. */
async function reopen(app: INestApplicationContext, { id: scopeId }: Cohort, activityId: number) {
  const dueAt = new Date(Date.now() + 365 * 86_400_000);
  await app
    .get(UnitOfWork)
    .inTransaction((manager) =>
      manager.insert(DateOverride, { scope: 'cohort', scopeId, activityId, opensAt: null, dueAt }),
    );
}

async function begin(
  app: INestApplicationContext,
  { cookie }: Visitor,
  quizId: number,
): Promise<RunningAttempt> {
  const actor = await app.get(SignInsService).byToken(cookie.slice('kader='.length));
  const started = actor && (await app.get(AttemptStartsService).start(actor, quizId));
  if (!started || !('attemptId' in started)) throw new Error(`not begun: ${JSON.stringify(started)}`);
  const { position } = await app.get(DataSource).manager.findOneByOrFail(AttemptQuestion, {
    attemptId: started.attemptId,
    questionVersion: { type: 'single' },
  });
  return { id: started.attemptId, question: position };
}

async function firstActivities({ manager }: DataSource, courseId: number): Promise<World['activities']> {
  const all = await manager.find(Activity, {
    where: { courseId },
    relations: { session: true },
    order: { session: { number: 'ASC' }, position: 'ASC' },
  });
  const first = (wanted: ActivityKind): number => all.find(({ kind }) => kind === wanted)?.id ?? 0;
  return { lesson: first('lesson'), quiz: first('quiz'), assignment: first('assignment') };
}

/** A browser that is not signed in. */
export function guest(): Visitor {
  const subject = 'g'.repeat(22);
  return { email: '', cookie: `guest=${subject}`, csrf: csrf.token(subject) };
}
