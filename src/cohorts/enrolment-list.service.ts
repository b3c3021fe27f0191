import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Brackets, type Repository } from 'typeorm';
import { containing } from '../platform/database/like.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { Enrolment, type EnrolmentStatus } from './enrolment.entity.js';
import { Group, type GroupKind, GroupMember } from './group.entity.js';

export interface EnrolmentFilter {
  /** Part of a name, or the beginning of a NIM; '' for all. */
  search: string;
  /** Id of a class. */
  group: number | null;
  status: EnrolmentStatus | null;
}

export interface EnrolmentListRow {
  id: number;
  personId: number;
  name: string;
  nim: string | null;
  status: EnrolmentStatus;
  className: string | null;
  team: string | null;
  pair: string | null;
}

/** The enrolments of a cohort, 50 a page, by name. */
@Injectable()
export class EnrolmentListService {
  constructor(@InjectRepository(Enrolment) private readonly enrolments: Repository<Enrolment>) {}

  /** One query, however many rows. */
  async page(
    cohortId: number,
    { search, group, status }: EnrolmentFilter,
    page: number,
  ): Promise<PageOfRows<EnrolmentListRow>> {
    const query = this.withGroups().where('enrolment.cohortId = :cohortId', { cohortId });
    if (status !== null) query.andWhere('enrolment.status = :status', { status });
    if (group !== null) query.andWhere('classGroup.id = :group', { group });
    if (search !== '') query.andWhere(matching(search));
    return await pageOfRows(page, ({ skip, take }) =>
      query.offset(skip).limit(take).getRawMany<EnrolmentListRow>(),
    );
  }

  private withGroups() {
    const query = this.enrolments
      .createQueryBuilder('enrolment')
      .innerJoin('enrolment.person', 'person')
      .leftJoin('enrolment.studentRecord', 'record');
    for (const [alias, kind] of [
      ['classGroup', 'class'],
      ['team', 'team'],
      ['pair', 'pair'],
    ] satisfies [string, GroupKind][]) {
      const member = `${alias}Member`;
      query
        .leftJoin(GroupMember, member, `${member}.enrolmentId = enrolment.id AND ${member}.kind = '${kind}'`)
        .leftJoin(Group, alias, `${alias}.id = ${member}.groupId`);
    }
    return query
      .select(['enrolment.id AS "id"', 'enrolment.status AS "status"', 'record.nim AS "nim"'])
      .addSelect(['person.id AS "personId"', 'person.name AS "name"'])
      .addSelect(['classGroup.name AS "className"', 'team.name AS "team"', 'pair.name AS "pair"'])
      .orderBy('person.name')
      .addOrderBy('enrolment.id');
  }
}

function matching(search: string): Brackets {
  return new Brackets((where) =>
    where
      .where(`LOWER(person.name) LIKE :name ESCAPE '!'`, { name: containing(search.toLowerCase()) })
      .orWhere(`record.nim LIKE :nim ESCAPE '!'`, { nim: containing(search) }),
  );
}
