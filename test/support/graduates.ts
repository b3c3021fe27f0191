import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Certificate } from '../../src/certificates/certificate.entity.js';
import { PublicationService } from '../../src/certificates/publication.service.js';
import { Signatory } from '../../src/certificates/signatory.entity.js';
import { Cohort } from '../../src/cohorts/cohort.entity.js';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { Course } from '../../src/courses/course.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import { EnteredScore, EnteredVisits } from '../../src/results/entered-score.entity.js';
import { type TestApp, testNow } from './app.js';
import { type Cast, createCast, createPerson } from './cast.js';
import { type Classroom, createClassroom, enrol } from './classroom.js';

/** A cohort whose certificates hang on scores and visits from paper, the office that issues them, and who signs. */
export interface Graduation {
  cast: Cast;
  room: Classroom;
  /** The second person of the office. */
  second: Person;
  /** Staff of another cohort only. */
  outsider: Person;
  /** Path of the board. */
  board: string;
}

const requirements = [
  { kind: 'finalScore', min: 7000 },
  { kind: 'componentScore', component: 'praktik', min: 7000 },
  { kind: 'validVisits', min: 4, minBusinesses: 1 },
];

/** The cast's student is enrolled and has reached nothing; the others come by `graduate`. */
export async function createGraduation(app: TestApp): Promise<Graduation> {
  const cast = await createCast(app);
  const room = await createClassroom(app, cast);
  const rules = {
    ...room.cohort.rules,
    components: [
      { key: 'akhir', name: 'Ujian akhir', weight: 4000 },
      { key: 'praktik', name: 'Praktik lapangan', weight: 6000 },
    ],
    requirements,
  };
  return await app.units.inTransaction(async (manager) => {
    await manager.update(Cohort, { id: room.cohort.id }, { rules });
    room.cohort.rules = rules;
    await manager.update(Course, { id: room.course.id }, { practiceHours: 16 });
    await manager.insert(Signatory, headOfOffice);
    const second = await createPerson(manager, { name: 'Rina Wati', role: 'staff' });
    const elsewhere = { role: 'staff', scope: 'cohort', scopeId: 999 } as const;
    const outsider = await createPerson(manager, { name: 'Yuli Asih', ...elsewhere });
    return { cast, room, second, outsider, board: `/cohorts/${room.cohort.id}/certificates` };
  });
}

export const headOfOffice = {
  position: 1,
  prefix: '',
  office: 'Kepala UPT PLUT-KUMKM',
  nameBefore: 'Dra.',
  name: 'Yosevina Tundan',
  nameAfter: 'M.Si.',
  rank: null,
  nip: '197804122005012003',
  validFrom: '2027-01-01',
  validTo: null,
};

interface Reached {
  name: string;
  /** In 1/100, of each component. */
  score?: number;
  visits?: number;
}

/** Someone who meets every requirement, unless said otherwise. */
export async function graduate(
  manager: EntityManager,
  { cast, room }: Graduation,
  { name, score = 8215, visits = 4 }: Reached,
): Promise<Enrolment> {
  const person = await createPerson(manager, { name, role: 'student' });
  await manager.insert(StudentRecord, {
    personId: person.id,
    campusId: cast.campus.id,
    nim: String(2_411_161_000 + person.id),
    studyProgramme: 'Ekonomi Syariah',
  });
  const enrolment = await enrol(manager, room.cohort, person.id, [room.classGroup]);
  await reach(manager, enrolment, cast.staff, { score, visits });
  return enrolment;
}

/** Writes down what an enrolment has reached, in place of what stood there. */
export async function reach(
  manager: EntityManager,
  { id: enrolmentId }: Pick<Enrolment, 'id'>,
  { id: enteredById }: Pick<Person, 'id'>,
  { score, visits }: { score: number; visits: number },
): Promise<void> {
  const source = { source: 'Lembar nilai', at: testNow, enteredById };
  const components = ['akhir', 'praktik'].map((component) => ({ enrolmentId, component, score, ...source }));
  await manager.upsert(EnteredScore, components, ['enrolmentId', 'component']);
  const seen = { enrolmentId, business: 'Keripik Kelakai Ibu Suparti', visits, ...source };
  await manager.upsert(EnteredVisits, [seen], ['enrolmentId', 'business']);
}

/** Proposes, confirms and publishes certificates, by the office's two people. */
export async function issue(
  app: TestApp,
  { room, cast, second, board }: Graduation,
  enrolments: readonly Pick<Enrolment, 'id'>[],
): Promise<Certificate[]> {
  const fields = { ids: enrolments.map(({ id }) => id), key: randomUUID() };
  const answer = await (await app.as(cast.staff)).post(`${board}/batches`, fields).expect(303);
  const address = String(answer.headers['location']);
  if (address === board) throw new Error(`nothing could be proposed in cohort ${room.cohort.id}`);
  await (await app.as(second)).post(`${address}/confirmation`).expect(303);
  const before = app.clock.now();
  app.clock.advance(10 * 60_000);
  const batchId = Number(address.split('/').at(-1));
  await app.app.get(PublicationService).publish(batchId, async () => {});
  app.clock.set(before);
  const { manager } = app.app.get(DataSource);
  return await manager.find(Certificate, { where: { batchId }, order: { number: 'ASC' } });
}
