import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { fullName } from '../people/person-name.js';
import { type PageOfRows, pageOfRows } from '../platform/web/paging.js';
import { Group, type GroupKind, GroupMember } from './group.entity.js';

export interface GroupRow {
  name: string;
  supervisor: string;
  /** Names, in order. */
  members: string[];
}

/** The groups of a cohort with who is in them. */
@Injectable()
export class GroupListService {
  constructor(
    @InjectRepository(Group) private readonly groups: Repository<Group>,
    @InjectRepository(GroupMember) private readonly members: Repository<GroupMember>,
  ) {}

  /** In the order in which they were made, 50 a page. Two queries. */
  async page(cohortId: number, kind: GroupKind, page: number): Promise<PageOfRows<GroupRow>> {
    const found = await pageOfRows(page, (rows) =>
      this.groups.find({
        where: { cohortId, kind },
        relations: { supervisor: true },
        order: { id: 'ASC' },
        ...rows,
      }),
    );
    const names = await this.namesIn(found.rows.map(({ id }) => id));
    return {
      ...found,
      rows: found.rows.map(({ id, name, supervisor }) => ({
        name,
        supervisor: supervisor ? fullName(supervisor) : '',
        members: names.get(id) ?? [],
      })),
    };
  }

  /** Of those who have not withdrawn, by group. */
  private async namesIn(groupIds: readonly number[]): Promise<Map<number, string[]>> {
    const members = await this.members.find({
      where: { groupId: In([...groupIds]), enrolment: { status: In(['pending', 'active', 'finished']) } },
      relations: { enrolment: { person: true } },
      order: { enrolment: { person: { name: 'ASC' } } },
    });
    const byGroup = Map.groupBy(members, ({ groupId }) => groupId);
    return new Map(
      [...byGroup].map(([id, rows]) => [id, rows.map(({ enrolment }) => enrolment.person.name)]),
    );
  }
}
