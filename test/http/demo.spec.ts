import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { PUBLISH } from '../../src/certificates/batch-decisions.service.js';
import { BoardService } from '../../src/certificates/board.service.js';
import { boardCounts } from '../../src/certificates/board.js';
import { BatchMember, CertificateBatch } from '../../src/certificates/certificate-batch.entity.js';
import { Certificate } from '../../src/certificates/certificate.entity.js';
import { SubmissionFile } from '../../src/assignments/submission-file.entity.js';
import { Submission } from '../../src/assignments/submission.entity.js';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { DateOverride } from '../../src/cohorts/activity-date.entity.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Meeting } from '../../src/cohorts/meeting.entity.js';
import { demoFirst, greetDemo, readDemoMark, seedDemo } from '../../src/demo-first.js';
import { entities } from '../../src/entities.js';
import { migrateFirst } from '../../src/migrate-first.js';
import { Person } from '../../src/people/person.entity.js';
import { type Config, readConfig } from '../../src/platform/config/config.js';
import { projectRoot } from '../../src/platform/config/project-root.js';
import { Job } from '../../src/platform/jobs/job.entity.js';
import { Setting } from '../../src/platform/settings/setting.entity.js';
import { Attempt, AttemptQuestion } from '../../src/quizzes/attempt.entity.js';
import { StandingsService } from '../../src/results/standings.service.js';
import {
  demoGraduate,
  demoPassword,
  demoSignIns,
  demoStaff,
  demoStudent,
} from '../../src/seeds/demo-people.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { migratedDatabase, type TestDatabase } from '../support/databases.js';

/** Tuesday 7 September 2027, 18.00 WIB: after the classes of that day. */
const now = new Date('2027-09-07T11:00:00.000Z');

let database: TestDatabase;
let app: TestApp;
let manager: EntityManager;
/** What the first making left. */
let made: Record<string, string>;

beforeAll(async () => {
  database = await migratedDatabase();
  const config: Config = {
    ...readConfig({ DEMO: 'on', LOG_LEVEL: 'silent', PORT: '0' }, projectRoot),
    databaseUrl: database.settings.url,
    dataDir: database.folder,
    uploadsDir: join(database.folder, 'uploads'),
    worker: 'off',
  };
  await migrateFirst(config);
  app = await startApp(config);
  app.clock.set(now);
  manager = app.app.get(DataSource).manager;
  await seedDemo(app.config, now);
  made = await fingerprint();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function enter(identifier: string): Promise<Client> {
  const client = app.guest();
  await client.post('/sign-in', { identifier, password: demoPassword }).expect(303);
  return client;
}

const quietly = (): void => undefined;

/** Every table's rows without what a second making may change: ids, hashes that are salted. */
async function fingerprint(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const entity of entities) {
    const rows = await manager.find(entity);
    const texts = rows.map((row) => JSON.stringify(row, (key, value: unknown) => (isOwnId(key) ? 0 : value)));
    prints[entity.name] =
      `${rows.length} ${createHash('sha256').update(texts.toSorted().join()).digest('hex')}`;
  }
  return prints;
}
/** The order of options and a question's numbers hang on the ids of the questions; codes and blobs are random. */
const isOwnId = (key: string): boolean =>
  /(^id|Id|Ids|Hash|^drawn|^value|^code|^snapshot|^signature|[kK]ey|^sha256|^bytes|^payload|^returnTo|^progressDone)$/.test(
    key,
  );

describe('the demo', () => {
  it('lets each of the people in whom it names', async () => {
    for (const { email } of demoSignIns) {
      const guest = app.guest();
      await guest.post('/sign-in', { identifier: email, password: demoPassword }).expect(303);
      await guest.get('/home').expect(200);
    }
  });

  it('has a cohort that is over and one in its third week, of 120 learners each', async () => {
    const cohorts = await manager.find(Cohort, { order: { ordinal: 'ASC' } });
    expect(cohorts.map(({ label, status, startsOn }) => `${label} ${status} ${startsOn}`)).toEqual([
      '2027-A finished 2027-04-05',
      '2027-B running 2027-08-23',
    ]);
    for (const { id } of cohorts) expect(await manager.countBy(Enrolment, { cohortId: id })).toBe(120);
  });

  it('has held five meetings of each class, the fifth of some today', async () => {
    const held = await manager.find(Meeting, {
      where: { status: 'held', classGroup: { cohort: { ordinal: 2 } } },
      order: { startsAt: 'ASC' },
    });
    expect(held).toHaveLength(4 * 5);
    expect(held.at(-1)?.startsAt).toEqual(new Date('2027-09-07T08:30:00.000Z'));
  });

  it('never repeats a person: who comes again has an enrolment in both cohorts', async () => {
    expect(await manager.countBy(Person, {})).toBe(239 + 11);
  });

  it('knows nothing that has not happened yet', async () => {
    const marks = await manager.find(AttendanceMark, { relations: { meeting: true } });
    expect(marks.filter(({ at, meeting }) => at > now || meeting.endsAt > now)).toEqual([]);
  });

  it('has learners of the first cohort who qualify, and some who do not', async () => {
    const first = await manager.findOneByOrFail(Cohort, { ordinal: 1 });
    const standings = await app.app.get(StandingsService).ofCohort(first.id);
    expect(standings).toHaveLength(120);
    const passing = standings.filter(({ result }) => (result.final ?? 0) >= 7000);
    expect(passing.length).toBeGreaterThan(105);
    expect(passing.length).toBeLessThan(120);
    const absent = standings.filter(({ standing }) => standing.presentMeetings < 20);
    expect(absent).toHaveLength(3 + 2);
    expect(standings.filter(({ result }) => result.final === null)).toEqual([]);
  });

  it('has published the certificates of a class, by two people and the job', async () => {
    const published = await manager.find(Certificate, {
      where: { edition: 1 },
      relations: { batch: true },
      order: { number: 'ASC' },
    });
    expect(published.length).toBeGreaterThanOrEqual(24);
    const serials = published.map(({ number }) => Number(number.slice(0, 4)));
    expect(serials).toEqual(serials.map((_, index) => index + 1));
    for (const { batch, issuedAt } of published) {
      expect(batch.confirmedById).not.toBe(batch.proposedById);
      expect(issuedAt > (batch.publishAfter ?? now) && issuedAt < now).toBe(true);
    }
    const jobs = await manager.findBy(Job, { kind: PUBLISH });
    expect(jobs.map(({ doneAt, lastError }) => [doneAt !== null, lastError])).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  it('has a class proposed, which only the second person may confirm: the one of the printed sign-in', async () => {
    const waiting = await manager.find(CertificateBatch, {
      where: { state: 'proposed' },
      relations: { proposedBy: true },
    });
    expect(waiting).toHaveLength(1);
    const [{ id, proposedBy }] = waiting as [CertificateBatch];
    expect(await manager.countBy(BatchMember, { batchId: id, outcome: 'pending' })).toBeGreaterThan(20);
    const office = await enter(demoStaff);
    await office
      .get(`/certificate-batches/${id}`)
      .expect(200)
      .expect(/Setujui \d+ sertifikat/);
    const proposer = await enter(proposedBy.emailNorm ?? '');
    await proposer.post(`/certificate-batches/${id}/confirmation`).expect(303);
    expect(await manager.countBy(CertificateBatch, { state: 'proposed' })).toBe(1);
  });

  it('shows all 120 enrolments on the board, each in one group', async () => {
    const first = await manager.findOneByOrFail(Cohort, { ordinal: 1 });
    const office = await enter(demoStaff);
    const board = await app.app.get(BoardService).linesOf(first);
    const counts = boardCounts(board);
    expect(board).toHaveLength(120);
    expect(counts).toMatchObject({ withdrawn: 2 });
    expect(counts.issued).toBeGreaterThanOrEqual(24);
    expect(counts.qualifies).toBeGreaterThan(40);
    expect(counts['not-yet']).toBeGreaterThan(5);
    for (const group of ['issued', 'proposed', 'withdrawn', 'qualifies', 'not-yet'] as const) {
      let shown = 0;
      for (let page = 1; page <= Math.ceil(counts[group] / 50); page += 1) {
        const { text } = await office.get(`/cohorts/${first.id}/certificates?show=${group}&page=${page}`);
        shown += text.match(/<tr[ >][^]*?<th scope="row"/g)?.length ?? 0;
      }
      expect([group, shown]).toEqual([group, counts[group]]);
    }
  });

  it('lets anyone check a certificate that holds, one that was reissued and one that was revoked', async () => {
    const latest = await manager.find(Certificate, { order: { id: 'ASC' } });
    const reissue = latest.find(({ edition }) => edition === 2);
    const before = latest.find(({ id }) => id === reissue?.replacesId);
    const revoked = latest.find(({ revokedAt }) => revokedAt !== null);
    const check = (certificate?: Certificate) => app.guest().get(`/verify/${certificate?.code}`).expect(200);
    await check(latest[0]).expect(/Sertifikat ini asli dan berlaku/);
    await check(reissue).expect(/Sertifikat ini asli dan berlaku/);
    await check(before).expect(/sudah digantikan/);
    await check(revoked).expect(/dicabut/i);
    expect(new Set([before?.number, reissue?.number]).size).toBe(1);
  });

  it('greets with the sign-ins and a certificate to check, which its holder has', async () => {
    const lines: string[] = [];
    await greetDemo(app.config, manager, (line) => lines.push(line));
    for (const { email } of demoSignIns) expect(lines.join('\n')).toContain(email);
    const address = /\/verify\/\S+/.exec(lines.join('\n'))?.[0] ?? '';
    await app
      .guest()
      .get(address)
      .expect(200)
      .expect(/Sertifikat ini asli dan berlaku/)
      .expect(/Noor Hidayah/);
    const graduate = await enter(demoGraduate);
    await graduate
      .get('/certificate')
      .expect(200)
      .expect(/\/verify\//);
  });

  it('has work in every state, and some that is due tomorrow', async () => {
    const work = await manager.findBy(Submission, { cohort: { ordinal: 2 } });
    expect([...new Set(work.map(({ state }) => state))].toSorted()).toEqual([
      'graded',
      'returned',
      'submitted',
    ]);
    expect(work.filter(({ submittedAt }) => submittedAt === null || submittedAt > now)).toEqual([]);
    const due = await manager.find(DateOverride, { relations: { activity: true } });
    expect(due.map(({ activity, dueAt }) => `${activity.kind} ${dueAt?.toISOString()}`).toSorted()).toEqual([
      'assignment 2027-09-08T16:59:00.000Z',
      'quiz 2027-09-07T16:59:00.000Z',
    ]);
  });

  it('has old and new work in the queue, with a document and a picture that the desk shows', async () => {
    const waiting = await manager.find(Submission, {
      where: { state: 'submitted', cohort: { ordinal: 2 }, classGroup: { name: 'Kelas A' } },
      order: { submittedAt: 'ASC' },
    });
    const ages = waiting.map(
      ({ submittedAt }) => (now.getTime() - (submittedAt?.getTime() ?? 0)) / 86_400_000,
    );
    expect(ages.at(0)).toBeGreaterThan(3);
    expect(ages.at(-1)).toBeLessThan(1);
    const files = await manager.find(SubmissionFile, {
      where: { submissionId: waiting[0]?.id ?? 0 },
      order: { kind: 'DESC' },
    });
    expect(files.map(({ kind }) => kind)).toEqual(['pdf', 'jpg']);
    const instructor = await enter('instruktur@contoh.test');
    await instructor
      .get('/grading')
      .expect(200)
      .expect(new RegExp(`/submissions/${waiting[0]?.id}"`));
    const { text } = await instructor.get(`/submissions/${waiting[0]?.id}`).expect(200);
    for (const { id } of files) {
      expect(text).toContain(`/files/${id}`);
      await instructor.get(`/files/${id}`).expect(200);
    }
  });

  it('has a quiz and a task that its student has to do today and tomorrow', async () => {
    const student = await enter(demoStudent);
    const { text } = await student.get('/home').expect(200);
    for (const { activity } of await manager.find(DateOverride, { relations: { activity: true } }))
      expect(text).toContain(
        activity.kind === 'quiz' ? `/quizzes/${activity.id}` : `/assignments/${activity.id}`,
      );
  });

  it('has questions that its student missed, to be recalled now', async () => {
    const client = await enter(demoStudent);
    expect((await client.get('/home').expect(200)).text).toContain('href="/recall"');
    expect((await client.get('/recall').expect(200)).text).toContain('name="answer"');
  });

  it('has wrong numbers of many kinds, all of them wrong', async () => {
    const answers = await manager.find(AttemptQuestion, { relations: { questionVersion: true } });
    const numeric = answers.filter(
      ({ questionVersion, score }) => questionVersion.type === 'numeric' && score === 0,
    );
    expect(new Set(numeric.map(({ value }) => value)).size).toBeGreaterThan(20);
  });

  it('has attempts that ended before now, scored by the product itself', async () => {
    const attempts = await manager.find(Attempt);
    expect(attempts.length).toBeGreaterThan(400);
    expect(attempts.filter(({ submittedAt }) => submittedAt === null || submittedAt > now)).toEqual([]);
    expect(Math.max(...attempts.map(({ number }) => number))).toBeGreaterThan(1);
  });

  it('is the same when it is made again, and keeps nothing of before', async () => {
    await seedDemo(app.config, now);
    expect(await fingerprint()).toEqual(made);
  });

  it('is left as it is when the product starts again', async () => {
    const people = await manager.find(Person, { select: { id: true } });
    await demoFirst(app.config, now, quietly);
    expect(await manager.find(Person, { select: { id: true } })).toEqual(people);
  });

  it('is made again where its making was cut off', async () => {
    const key = 'demo';
    await app.units.inTransaction((writer) =>
      writer.update(Setting, { key }, { value: 'unfinished' as never }),
    );
    expect(await readDemoMark(app.config)).toBe('unfinished');
    await demoFirst(app.config, now, quietly);
    expect(await readDemoMark(app.config)).toBe('ready');
    expect(await manager.countBy(Cohort, {})).toBe(2);
  });

  it('is never put into a database without the mark', async () => {
    await app.units.inTransaction((writer) => writer.delete(Setting, { key: 'demo' }));
    const before = await fingerprint();
    await demoFirst(app.config, now, quietly);
    await expect(seedDemo(app.config, now)).rejects.toThrow('no demo');
    expect(await fingerprint()).toEqual(before);
  });
});
