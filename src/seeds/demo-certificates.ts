import { type EntityManager, Not } from 'typeorm';
import { Certificate } from '../certificates/certificate.entity.js';
import { OfficeCalendarService } from '../certificates/office-calendar.service.js';
import { StudentRecord } from '../people/student-record.entity.js';
import type { DemoLearner } from './demo-learners.js';
import { DemoOffice } from './demo-office.js';
import { demoGraduate, type DemoTeam } from './demo-people.js';
import type { DemoStage } from './demo-stage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const REVOKED_BECAUSE =
  'Dua dari empat kunjungan ternyata ke usaha keluarga sendiri. Berita acara 04/PLUT, disepakati dengan pemegang.';

/** Moves the clock to the morning, so many days after the last meeting of a cohort. */
export async function demoDaysAfter(stage: DemoStage, cohortId: number, days: number): Promise<void> {
  const period = await stage.app.get(OfficeCalendarService).daysOf(cohortId);
  stage.clock.moveTo(new Date(Date.parse(`${period?.to}T02:00:00Z`) + days * DAY_MS));
}

/**
 * The certificates of the first class of a cohort that is over: published a week after its end, one of them
 * reissued after a correction, another one revoked.
 */
export async function demoCertificates(
  stage: DemoStage,
  cohortId: number,
  learners: readonly DemoLearner[],
  team: DemoTeam,
): Promise<void> {
  const office = new DemoOffice(stage, team);
  await demoDaysAfter(stage, cohortId, 7);
  await office.nameSignatories(`${stage.clock.now().getUTCFullYear()}-01-01`);
  const cohort = await office.cohort(cohortId);
  const classmates = new Set(classOf(learners, 0).map(({ enrolmentId }) => enrolmentId));
  const lines = (await office.qualifying(cohort)).filter(({ enrolmentId }) => classmates.has(enrolmentId));
  await office.publish(await office.propose(cohort, lines, 'first'));

  const [misprinted, mistaken] = await othersThanGraduate(stage, learners);
  if (!misprinted || !mistaken) throw new Error('no certificates were published');
  await demoDaysAfter(stage, cohortId, 9);
  await correct(stage, misprinted);
  await office.reissue(misprinted);
  await demoDaysAfter(stage, cohortId, 12);
  await office.revoke(mistaken, REVOKED_BECAUSE);
}

/** Those of the second class, proposed yesterday: they wait for whoever signs in as the demo's staff. */
export async function demoProposal(
  stage: DemoStage,
  cohortId: number,
  learners: readonly DemoLearner[],
  team: DemoTeam,
): Promise<void> {
  const office = new DemoOffice(stage, team);
  stage.clock.moveTo(new Date(stage.now.getTime() - DAY_MS));
  const cohort = await office.cohort(cohortId);
  const classmates = new Set(classOf(learners, 1).map(({ enrolmentId }) => enrolmentId));
  const lines = (await office.qualifying(cohort)).filter(({ enrolmentId }) => classmates.has(enrolmentId));
  await office.propose(cohort, lines, 'second');
}

/** The code of the certificate of the graduate who signs in; null where the demo has none. */
export async function demoCode(manager: EntityManager): Promise<string | null> {
  const certificate = await manager.findOne(Certificate, {
    where: { enrolment: { person: { emailNorm: demoGraduate } } },
    order: { edition: 'DESC' },
  });
  return certificate?.code ?? null;
}

/** The learners of one class, by the order in which the classes were opened. */
function classOf(learners: readonly DemoLearner[], index: number): DemoLearner[] {
  const classes = [...new Set(learners.map(({ classGroupId }) => classGroupId))].toSorted((a, b) => a - b);
  return learners.filter(({ classGroupId }) => classGroupId === classes[index]);
}

/** Certificates in the order of their numbers, from the fourth on; that of the graduate who signs in stays as it is. */
async function othersThanGraduate(
  stage: DemoStage,
  learners: readonly DemoLearner[],
): Promise<Certificate[]> {
  const graduate = learners.find(({ email }) => email === demoGraduate);
  const certificates = await stage.units.inTransaction((manager) =>
    manager.find(Certificate, { relations: { enrolment: true }, order: { number: 'ASC' } }),
  );
  return certificates.filter(({ enrolmentId }) => enrolmentId !== graduate?.enrolmentId).slice(3);
}

/** The campus had told a wrong study programme: it is another one of the same campus. */
async function correct(stage: DemoStage, { enrolment }: Certificate): Promise<void> {
  await stage.units.inTransaction(async (manager) => {
    const { id, campusId, studyProgramme } = await manager.findOneByOrFail(StudentRecord, {
      id: enrolment.studentRecordId ?? 0,
    });
    const other = await manager.findOneOrFail(StudentRecord, {
      where: { campusId, studyProgramme: Not(studyProgramme) },
      order: { id: 'ASC' },
    });
    await manager.update(StudentRecord, { id }, { studyProgramme: other.studyProgramme });
  });
}
