import type { EntityManager } from 'typeorm';
import type { Enrolment } from '../../src/cohorts/enrolment.entity.js';
import { type Group, GroupMember } from '../../src/cohorts/group.entity.js';
import type { Person } from '../../src/people/person.entity.js';
import type { TestApp } from './app.js';
import { createPerson } from './cast.js';
import { type Classroom, createGroup, enrol } from './classroom.js';

/** A field pair: the cast's student and a partner of the same class. */
export interface Duo {
  pair: Group;
  partner: Person;
  partnerEnrolment: Enrolment;
}

export async function createDuo(
  { units }: TestApp,
  room: Classroom,
  partnerName = 'Deri Kasan',
): Promise<Duo> {
  return await units.inTransaction(async (manager) => {
    const pair = await createGroup(manager, room.cohort, 'pair', 'Duet 1');
    const partner = await createPerson(manager, { name: partnerName, role: 'student' });
    const partnerEnrolment = await enrol(manager, room.cohort, partner.id, [room.classGroup, pair]);
    await join(manager, pair, room.enrolment);
    return { pair, partner, partnerEnrolment };
  });
}

/** Puts an enrolment into a group. */
export async function join(manager: EntityManager, group: Group, { id }: Enrolment): Promise<void> {
  await manager.insert(GroupMember, { groupId: group.id, enrolmentId: id, kind: group.kind });
}
