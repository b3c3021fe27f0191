import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Campus, CampusName } from '../people/campus.entity.js';
import { Person } from '../people/person.entity.js';
import { StudentRecord } from '../people/student-record.entity.js';
import type { EnrolmentRow } from './enrolment-csv.js';
import { groupKey, type KnownEnrolment, type KnownFacts, studentKey } from './enrolment-import-plan.js';
import { Enrolment } from './enrolment.entity.js';
import { Group, GroupMember } from './group.entity.js';

/** Reads what a list of students meets in the database. Eight queries, however long the list is. */
@Injectable()
export class KnownFactsService {
  async read(manager: EntityManager, cohortId: number, rows: readonly EnrolmentRow[]): Promise<KnownFacts> {
    return {
      campuses: await this.campuses(manager),
      students: await this.students(manager, rows),
      contacts: await this.contacts(manager, rows),
      enrolments: await this.enrolments(manager, cohortId),
      groups: await this.groups(manager, cohortId),
    };
  }

  /** By key and by every name that it has had. */
  private async campuses(manager: EntityManager): Promise<KnownFacts['campuses']> {
    const keys = await manager.find(Campus);
    const names = await manager.find(CampusName);
    return new Map([
      ...names.flatMap(({ name, shortName, campusId }) =>
        [name, shortName].map((one): [string, number] => [one.toLowerCase(), campusId]),
      ),
      ...keys.map(({ key, id }): [string, number] => [key, id]),
    ]);
  }

  private async students(
    manager: EntityManager,
    rows: readonly EnrolmentRow[],
  ): Promise<KnownFacts['students']> {
    const where = { nim: In(rows.map(({ nim }) => nim)) };
    const records = await manager.find(StudentRecord, { where, relations: { person: true } });
    return new Map(
      records.map(({ id: recordId, campusId, nim, studyProgramme, person }) => [
        studentKey(campusId, nim),
        {
          recordId,
          studyProgramme,
          person: { id: person.id, name: person.name, email: person.emailNorm, phone: person.phoneNorm },
        },
      ]),
    );
  }

  private async contacts(
    manager: EntityManager,
    rows: readonly EnrolmentRow[],
  ): Promise<KnownFacts['contacts']> {
    const people = await manager.find(Person, {
      select: { id: true, emailNorm: true, phoneNorm: true },
      where: [
        { emailNorm: In(rows.flatMap(({ email }) => email ?? [])) },
        { phoneNorm: In(rows.flatMap(({ phone }) => phone ?? [])) },
      ],
    });
    return new Map(
      people.flatMap(({ id, emailNorm, phoneNorm }) =>
        [emailNorm, phoneNorm].flatMap((contact): [string, number][] => (contact ? [[contact, id]] : [])),
      ),
    );
  }

  private async enrolments(manager: EntityManager, cohortId: number): Promise<KnownFacts['enrolments']> {
    const enrolments = await manager.findBy(Enrolment, { cohortId });
    const members = await manager.find(GroupMember, { where: { group: { cohortId } } });
    const groupsOf = Map.groupBy(members, ({ enrolmentId }) => enrolmentId);
    return new Map(
      enrolments.map(({ id, personId, status }): [number, KnownEnrolment] => [
        personId,
        {
          id,
          status,
          groups: Object.fromEntries((groupsOf.get(id) ?? []).map(({ kind, groupId }) => [kind, groupId])),
        },
      ]),
    );
  }

  private async groups(manager: EntityManager, cohortId: number): Promise<KnownFacts['groups']> {
    const groups = await manager.findBy(Group, { cohortId });
    return new Map(groups.map(({ id, kind, name }) => [groupKey(kind, name), id]));
  }
}
