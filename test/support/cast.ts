import type { EntityManager } from 'typeorm';
import { Campus, CampusName } from '../../src/people/campus.entity.js';
import { hashPassword } from '../../src/people/passwords.js';
import { Person } from '../../src/people/person.entity.js';
import { RoleGrant } from '../../src/people/role-grant.entity.js';
import { StudentRecord } from '../../src/people/student-record.entity.js';
import type { Role } from '../../src/platform/access/actor.js';
import { type TestApp, testNow } from './app.js';

/** The password of everybody in the cast. */
export const castPassword = 'perahu biru di sungai';

/** The same people in every test: each has one role, and the stranger is a student of nothing. */
export interface Cast {
  student: Person;
  stranger: Person;
  instructor: Person;
  staff: Person;
  coordinator: Person;
  admin: Person;
  campus: Campus;
}

let hashed: Promise<string> | undefined;

export async function createCast({ units }: Pick<TestApp, 'units'>): Promise<Cast> {
  const passwordHash = await (hashed ??= hashPassword(castPassword));
  return await units.inTransaction(async (manager) => {
    const campus = await createCampus(manager);
    const enter = (name: string, role: Role) => createPerson(manager, { name, role, passwordHash });
    const student = await enter('Norlaila', 'student');
    const stranger = await enter('Suparti', 'student');
    await manager.insert(StudentRecord, [
      { personId: student.id, campusId: campus.id, nim: '2411160087', studyProgramme: 'Ekonomi Syariah' },
      { personId: stranger.id, campusId: campus.id, nim: '2411160088', studyProgramme: 'Ekonomi Syariah' },
    ]);
    return {
      student,
      stranger,
      instructor: await enter('Elsi Bahen', 'instructor'),
      staff: await enter('Melki Sangen', 'staff'),
      coordinator: await enter('Siti Raudah', 'coordinator'),
      admin: await enter('Dwi Lestari', 'admin'),
      campus,
    };
  });
}

export async function createCampus(manager: EntityManager, key = 'uin-palangka-raya'): Promise<Campus> {
  const campus = await manager.save(manager.create(Campus, { key }));
  await manager.insert(CampusName, {
    campusId: campus.id,
    name: 'UIN Palangka Raya',
    shortName: 'UIN',
    validFrom: '2025-05-08',
  });
  return campus;
}

interface NewPerson {
  name: string;
  role: Role;
  passwordHash?: string | null;
  scope?: 'everything' | 'cohort' | 'campus';
  scopeId?: number | null;
}

/** A person with one role, whose address is the name at contoh.test. */
export async function createPerson(manager: EntityManager, options: NewPerson): Promise<Person> {
  const { name, role, passwordHash = null, scope = 'everything', scopeId = null } = options;
  const person = await manager.save(
    manager.create(Person, {
      nameBefore: '',
      name,
      nameAfter: '',
      emailNorm: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@contoh.test`,
      phoneNorm: null,
      passwordHash,
      passwordExpiresAt: null,
      locale: 'id',
      disabledAt: null,
      createdAt: testNow,
    }),
  );
  await manager.insert(RoleGrant, {
    personId: person.id,
    role,
    scope,
    scopeId,
    validFrom: new Date(0),
    validTo: null,
  });
  return person;
}
