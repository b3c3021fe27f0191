import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { SignIn } from '../../src/people/sign-in.entity.js';
import { hashToken } from '../../src/people/sign-ins.service.js';
import { type Acknowledged, AnsweringPhone } from '../support/answering-phone.js';
import { createCast, createPerson } from '../support/cast.js';
import { createClassroom, createQuestion, createQuiz, enrol } from '../support/classroom.js';
import { type OpenTestDatabase, openTestDatabase } from '../support/databases.js';
import { type MariadbServer, startMariadb } from '../support/mariadb.js';
import { storedAttempt } from '../support/quiz.js';
import { ServerProcess } from '../support/server-process.js';

/** A few in every run; `KILL_ROUNDS=20 npm test -- kill-answers` for the figures. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 3);
const phones = 6;
const places = [1, 2, 3, 4];

/** A class of phones, signed in, and a quiz that takes a text for each of its questions. */
async function classOf(database: OpenTestDatabase, url: string): Promise<[AnsweringPhone[], quizId: number]> {
  const cast = await createCast(database);
  const room = await createClassroom(database, cast);
  return await database.units.inTransaction(async (manager) => {
    for (const place of places)
      await createQuestion(manager, room, {
        key: `q${place}`,
        type: 'short',
        body: { accepted: ['hapakat'] },
      });
    const content = { minutes: 600, questions: places.length };
    const quiz = await createQuiz(manager, room, content, { key: 'kuis', opensRule: null, dueRule: null });
    const tokens = [];
    for (let number = 0; number < phones; number += 1) {
      const person = await createPerson(manager, {
        name: `Peserta ${'abcdef'.charAt(number)}`,
        role: 'student',
      });
      await enrol(manager, room.cohort, person.id, [room.classGroup]);
      tokens.push(await signIn(manager, person.id));
    }
    return [tokens.map((token) => new AnsweringPhone(url, token, places)), quiz.id];
  });
}

async function signIn(manager: EntityManager, personId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const times = { createdAt: now, lastSeenAt: now, expiresAt };
  await manager.insert(SignIn, { tokenHash: hashToken(token), personId, device: 'HP', ...times });
  return token;
}

/** Acknowledged answers of which the log has not exactly one, and questions where another than the last one stands. */
async function lostOf(
  { units }: OpenTestDatabase,
  attemptId: number,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const { questions, log } = await storedAttempt(units, attemptId);
  const written = new Map<string, number>();
  for (const { clientKey, outcome } of log)
    if (outcome === 'write') written.set(clientKey, (written.get(clientKey) ?? 0) + 1);
  const lost = acknowledged.filter(({ key }) => written.get(key) !== 1).map(({ value }) => value);
  const overwritten = questions.filter(({ position, value, seq }) => {
    const own = acknowledged.filter(({ question }) => question === position);
    return value !== own.at(-1)?.value || seq !== own.length;
  });
  return [...lost, ...overwritten.map(({ position }) => `question ${position}`)];
}

/** Resolves when each phone has had an answer acknowledged from now on. */
async function allAcknowledged(running: readonly AnsweringPhone[]): Promise<void> {
  const before = running.map((phone) => phone.acknowledged.length);
  while (running.some((phone, index) => phone.acknowledged.length === before[index])) await pause(10);
}

describe.each(['SQLite', 'MariaDB'])('on %s', (engine) => {
  let mariadb: MariadbServer | undefined;
  let database: OpenTestDatabase;
  let server: ServerProcess;

  beforeAll(async () => {
    mariadb = engine === 'MariaDB' ? await startMariadb() : undefined;
    database = await openTestDatabase(undefined, mariadb?.url ?? '');
    const { settings, folder } = database;
    server = await ServerProcess.start({ DATA_DIR: folder, DATABASE_URL: settings.url, WORKER: 'off' });
  });
  afterAll(async () => {
    await server.kill();
    await database.drop();
    await mariadb?.stop();
  });

  it(
    `killed ${rounds} times while answers stream in, the server has lost none that it acknowledged`,
    async () => {
      const [running, quizId] = await classOf(database, server.url);
      const answering = running.map((phone) => phone.run(quizId));
      const restarts: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await Promise.race([allAcknowledged(running), Promise.all(answering)]);
        await pause(Math.random() * 300); // anywhere between two answers
        await server.kill();
        restarts.push(await server.restart());
      }
      for (const phone of running) phone.switchOff();
      const attemptIds = await Promise.all(answering);
      const acknowledged = running.reduce((sum, phone) => sum + phone.acknowledged.length, 0);
      const lost: string[] = [];
      for (const [index, attemptId] of attemptIds.entries())
        lost.push(...(await lostOf(database, attemptId, running[index]?.acknowledged ?? [])));
      const slowest = Math.round(Math.max(...restarts));
      process.stderr.write(
        `kill-answers, ${engine}: ${rounds} kills, ${acknowledged} acknowledged, ${lost.length} lost, up again in ${slowest} ms at most\n`,
      );
      expect(running.flatMap((phone) => phone.surprises)).toEqual([]);
      expect(lost).toEqual([]);
      expect(acknowledged).toBeGreaterThan(rounds * phones);
    },
    30_000 + rounds * 10_000,
  );
});
