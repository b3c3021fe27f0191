import { IsNull } from 'typeorm';
import { Campus, CampusName } from '../people/campus.entity.js';
import { normaliseEmail } from '../people/email-address.js';
import { NewPeopleService } from '../people/new-people.service.js';
import { hashPassword } from '../people/passwords.js';
import { Person } from '../people/person.entity.js';
import { normalisePhone } from '../people/phone-number.js';
import type { Grant, Role } from '../platform/access/actor.js';
import { demoTable } from './demo-files.js';
import type { DemoStage } from './demo-stage.js';

/** Of everybody in the demo. */
export const demoPassword = 'kader-demo';

/** A learner in the middle of the running cohort. */
export const demoStudent = 'peserta@contoh.test';
/** One of the cohort that is over, who has a certificate. */
export const demoGraduate = 'alumni@contoh.test';
/** Whose turn it is to confirm certificates. */
export const demoStaff = 'staf@contoh.test';

/** Whom to be, and the key of the catalogues that says who that is; they stand in `content/demo`. */
export const demoSignIns: readonly { email: string; who: string }[] = [
  { email: demoStudent, who: 'people.roles.student' },
  { email: demoGraduate, who: 'demo.graduate' },
  { email: 'instruktur@contoh.test', who: 'people.roles.instructor' },
  { email: demoStaff, who: 'people.roles.staff' },
  { email: 'koordinator@contoh.test', who: 'people.roles.coordinator' },
  { email: 'admin@contoh.test', who: 'people.roles.admin' },
];

/** Ids of those who run the demo's courses, in the order of their list. */
export type DemoTeam = Record<Exclude<Role, 'student'>, number[]>;

/** Campuses by key, under all names that they have had. */
export async function demoCampuses({ units }: DemoStage): Promise<Map<string, number>> {
  const rows = await demoTable<'key' | 'name' | 'short_name' | 'valid_from'>('campuses.csv');
  return await units.inTransaction(async (manager) => {
    const ids = new Map<string, number>();
    for (const { key, name, short_name: shortName, valid_from: validFrom } of rows) {
      const campusId = ids.get(key) ?? (await manager.save(manager.create(Campus, { key }))).id;
      ids.set(key, campusId);
      await manager.insert(CampusName, { campusId, name, shortName, validFrom });
    }
    return ids;
  });
}

type Column = 'role' | 'name_before' | 'name' | 'name_after' | 'email' | 'phone' | 'campus';

/** Instructors, staff, coordinator and administrator. */
export async function demoTeam({ app }: DemoStage, campuses: ReadonlyMap<string, number>): Promise<DemoTeam> {
  const people = app.get(NewPeopleService);
  const team: DemoTeam = { instructor: [], staff: [], coordinator: [], admin: [] };
  for (const row of await demoTable<Column>('people.csv')) {
    const role = row.role as Exclude<Role, 'student'>;
    const created = await people.create({
      nameBefore: row.name_before,
      name: row.name,
      nameAfter: row.name_after,
      email: normaliseEmail(row.email),
      phone: normalisePhone(row.phone),
      grant: grantOf(role, campuses.get(row.campus)),
    });
    if ('problem' in created) throw new Error(`people.csv: ${row.name}: ${created.problem}`);
    team[role].push(created.personId);
  }
  return team;
}

const grantOf = (role: Role, campusId: number | undefined): Grant =>
  campusId === undefined
    ? { role, scope: 'everything', scopeId: null }
    : { role, scope: 'campus', scopeId: campusId };

/** Everybody gets the same password, and the same hash: hashing 250 would take most of the time. */
export async function demoPasswords({ units }: DemoStage): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await units.inTransaction((manager) =>
    manager.update(Person, { passwordHash: IsNull() }, { passwordHash }),
  );
}
