import { In } from 'typeorm';
import { CohortOpeningsService } from '../cohorts/cohort-openings.service.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { EnrolmentImportsService } from '../cohorts/enrolment-imports.service.js';
import { Group } from '../cohorts/group.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { type DemoCohort, demoSlots } from './demo-calendar.js';
import { demoFile } from './demo-files.js';
import type { DemoTeam } from './demo-people.js';
import type { DemoStage } from './demo-stage.js';

const DAY_MS = 86_400_000;
const places = ['Aula PLUT', 'Ruang Pelatihan 1', 'Ruang Pelatihan 2', 'Galeri UMKM'] as const;

/** Opens a cohort with its four classes and enrols the students of its list, each at its own time. @returns its id */
export async function demoCohort(
  stage: DemoStage,
  courseId: number,
  { ordinal, label, startsOn }: DemoCohort,
  { instructor, staff: [staffId = 0] }: DemoTeam,
): Promise<number> {
  const staff = stage.actor(staffId, 'staff');
  const start = new Date(`${startsOn}T02:00:00Z`).getTime();
  stage.clock.moveTo(new Date(start - 21 * DAY_MS));
  const classes = places.map((place, index) => ({
    name: `Kelas ${'ABCD'[index]}`,
    slots: demoSlots(index < 2 ? 'tuesdays' : 'mondays', place),
    instructorId: instructor[index] ?? null,
  }));
  const opened = await stage.app
    .get(CohortOpeningsService)
    .open(staff, { courseId, ordinal, label, startsOn, classes });
  if ('problem' in opened) throw new Error(`cohort ${ordinal}: ${opened.problem}`);
  stage.clock.moveTo(new Date(start - 7 * DAY_MS));
  await enrol(stage, staff, opened.cohortId, `angkatan-${ordinal}.csv`);
  await supervise(stage, opened.cohortId, instructor);
  stage.clock.moveTo(new Date(start));
  await stage.app.get(CohortsService).become(staff, opened.cohortId, 'running');
  return opened.cohortId;
}

async function enrol({ app }: DemoStage, staff: Actor, cohortId: number, file: string): Promise<void> {
  const { problems } = await app.get(EnrolmentImportsService).import(staff, cohortId, await demoFile(file));
  if (problems.length > 0)
    throw new Error(`${file}: ${problems.map(({ line, key }) => `${line} ${key}`).join(', ')}`);
}

/** Each instructor supervises about nine pairs in the field. */
async function supervise(
  { units }: DemoStage,
  cohortId: number,
  instructors: readonly number[],
): Promise<void> {
  await units.inTransaction(async (manager) => {
    const pairs = await manager.find(Group, { where: { cohortId, kind: 'pair' }, order: { id: 'ASC' } });
    const share = Math.ceil(pairs.length / instructors.length);
    for (const [index, supervisorId] of instructors.entries()) {
      const ids = pairs.slice(index * share, (index + 1) * share).map(({ id }) => id);
      await manager.update(Group, { id: In(ids) }, { supervisorId });
    }
  });
}
