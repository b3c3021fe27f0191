import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { RoleGrant } from '../people/role-grant.entity.js';
import { StudentRecord } from '../people/student-record.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { groupKey, groupsOf, type KnownFacts, type PlannedRow } from './enrolment-import-plan.js';
import { Group, GroupMember } from './group.entity.js';

interface Target {
  cohortId: number;
  now: Date;
}

/** Writes what an import has planned, in the unit of work in which it was planned. */
@Injectable()
export class EnrolmentWriterService {
  async write(manager: EntityManager, target: Target, plan: readonly PlannedRow[], known: KnownFacts) {
    const rows = plan.filter(({ outcome }) => outcome !== 'same' && outcome !== 'withdrawn');
    const people = await this.people(manager, target, rows);
    await this.grants(manager, target, [...people.values()]);
    const enrolments = await this.enrolments(manager, target, rows, people);
    const groups = await this.groups(manager, target, rows, known);
    const enrolmentOf = (row: PlannedRow): number => enrolments.get(people.get(row) ?? 0) ?? 0;
    await this.memberships(manager, rows, enrolmentOf, groups);
  }

  /** The person of each row; the new ones are made, the known ones told what is new of them. */
  private async people(
    manager: EntityManager,
    { now }: Target,
    rows: readonly PlannedRow[],
  ): Promise<Map<PlannedRow, number>> {
    const people = new Map<PlannedRow, number>();
    const records: Omit<StudentRecord, 'id' | 'person' | 'campus'>[] = [];
    for (const planned of rows) {
      const { row, campusId, student } = planned;
      if (student) await updateStudent(manager, planned);
      const personId = student?.person.id ?? (await insertPerson(manager, planned, now));
      people.set(planned, personId);
      if (!student) records.push({ personId, campusId, nim: row.nim, studyProgramme: row.studyProgramme });
    }
    await manager.insert(StudentRecord, records);
    return people;
  }

  private async grants(manager: EntityManager, { now }: Target, people: readonly number[]): Promise<void> {
    const held = await manager.findBy(RoleGrant, { personId: In([...people]), role: 'student' });
    const holders = new Set(held.map(({ personId }) => personId));
    const missing = people.filter((personId) => !holders.has(personId));
    const grant = {
      role: 'student',
      scope: 'everything',
      scopeId: null,
      validFrom: now,
      validTo: null,
    } as const;
    await manager.insert(
      RoleGrant,
      missing.map((personId) => ({ ...grant, personId })),
    );
  }

  /** Ids by person. */
  private async enrolments(
    manager: EntityManager,
    { cohortId, now }: Target,
    rows: readonly PlannedRow[],
    people: ReadonlyMap<PlannedRow, number>,
  ): Promise<Map<number, number>> {
    const personIds = [...people.values()];
    const records = await manager.findBy(StudentRecord, { personId: In(personIds) });
    const fresh = rows.filter(({ enrolment }) => enrolment === null);
    await manager.insert(
      Enrolment,
      fresh.map((planned) => {
        const personId = people.get(planned) ?? 0;
        const record = records.find((one) => one.personId === personId && one.campusId === planned.campusId);
        return { cohortId, personId, studentRecordId: record?.id ?? null, status: 'active', enrolledAt: now };
      }),
    );
    const all = await manager.findBy(Enrolment, { cohortId, personId: In(personIds) });
    return new Map(all.map(({ id, personId }) => [personId, id]));
  }

  /** Ids by `groupKey`; the teams and pairs that the list names first are made in the order of their numbers. */
  private async groups(
    manager: EntityManager,
    { cohortId }: Target,
    rows: readonly PlannedRow[],
    known: KnownFacts,
  ): Promise<Map<string, number>> {
    const groups = new Map(known.groups);
    const named = rows.flatMap(({ row }) => groupsOf(row));
    for (const [kind, name] of named.toSorted(([, a], [, b]) =>
      a.localeCompare(b, 'id', { numeric: true }),
    )) {
      const key = groupKey(kind, name);
      if (groups.has(key)) continue;
      const group = await manager.save(manager.create(Group, { cohortId, kind, name, supervisorId: null }));
      groups.set(key, group.id);
    }
    return groups;
  }

  /** Puts each row into the groups that it names; its other groups stay. */
  private async memberships(
    manager: EntityManager,
    rows: readonly PlannedRow[],
    enrolmentOf: (row: PlannedRow) => number,
    groups: ReadonlyMap<string, number>,
  ): Promise<void> {
    const members: Pick<GroupMember, 'groupId' | 'enrolmentId' | 'kind'>[] = [];
    for (const planned of rows) {
      const enrolmentId = enrolmentOf(planned);
      for (const [kind, name] of groupsOf(planned.row)) {
        const groupId = groups.get(groupKey(kind, name)) ?? 0;
        const stands = planned.enrolment?.groups[kind];
        if (stands === undefined) members.push({ groupId, enrolmentId, kind });
        else if (stands !== groupId) await manager.update(GroupMember, { enrolmentId, kind }, { groupId });
      }
    }
    await manager.insert(GroupMember, members);
  }
}

async function insertPerson(manager: EntityManager, { row }: PlannedRow, now: Date): Promise<number> {
  const person = manager.create(Person, {
    nameBefore: '',
    name: row.name,
    nameAfter: '',
    emailNorm: row.email,
    phoneNorm: row.phone,
    passwordHash: null,
    passwordExpiresAt: null,
    locale: 'id',
    disabledAt: null,
    createdAt: now,
  });
  return (await manager.save(person)).id;
}

/** What the list leaves out stays. */
async function updateStudent(manager: EntityManager, { row, student }: PlannedRow): Promise<void> {
  if (!student) return;
  const { person, recordId } = student;
  const contacts = { emailNorm: row.email ?? person.email, phoneNorm: row.phone ?? person.phone };
  await manager.update(Person, { id: person.id }, contacts);
  if (row.studyProgramme !== '')
    await manager.update(StudentRecord, { id: recordId }, { studyProgramme: row.studyProgramme });
}
