import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { Missing } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Campus, CampusName } from './campus.entity.js';
import { CampusesService } from './campuses.service.js';
import { mustBeOffice } from './office.js';
import { heldNow } from './role-holders.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { StudentRecord } from './student-record.entity.js';

export interface CampusInUse {
  id: number;
  key: string;
  name: string;
  shortName: string;
  students: number;
  coordinators: number;
}

type DatedName = Pick<CampusName, 'name' | 'shortName' | 'validFrom'>;

/** The campuses whose students take part. Who works for some cohorts only is no office. */
@Injectable()
export class CampusOfficeService {
  constructor(
    @InjectRepository(Campus) private readonly campuses: Repository<Campus>,
    @InjectRepository(CampusName) private readonly names: Repository<CampusName>,
    private readonly named: CampusesService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** By key, with how many students and present coordinators each has; four queries. @throws Forbidden */
  async all(actor: Actor, now: Date): Promise<CampusInUse[]> {
    mustBeOffice(actor);
    const [campuses, students, coordinators] = await Promise.all([
      this.named.named(),
      this.countStudents(),
      this.countCoordinators(now),
    ]);
    return campuses.map((campus) => ({
      ...campus,
      students: students.get(campus.id) ?? 0,
      coordinators: coordinators.get(campus.id) ?? 0,
    }));
  }

  /** A campus with all its names, the newest first. @throws Missing, Forbidden */
  async find(actor: Actor, id: number): Promise<{ campus: Campus; names: CampusName[] }> {
    mustBeOffice(actor);
    const campus = await this.campuses.findOneBy({ id });
    if (!campus) throw new Missing('campus');
    return {
      campus,
      names: await this.names.find({ where: { campusId: id }, order: { validFrom: 'DESC' } }),
    };
  }

  /** @returns false where another campus has the key; nothing is added then. @throws Forbidden */
  async add(actor: Actor, key: string, name: DatedName): Promise<boolean> {
    mustBeOffice(actor);
    return await this.units.inTransaction(async (manager) => {
      if (await manager.existsBy(Campus, { key })) return false;
      const { id } = await manager.save(manager.create(Campus, { key }));
      await manager.insert(CampusName, { campusId: id, ...name });
      await this.note(manager, actor, 'campusAdded', id);
      return true;
    });
  }

  /**
   * Gives a campus another name from a day on; a name that begins on the same day is put right. Certificates that are
   * out keep the name of their day. Said again it changes nothing. @throws Missing, Forbidden
   */
  async rename(actor: Actor, id: number, { validFrom, ...name }: DatedName): Promise<void> {
    await this.find(actor, id);
    await this.units.inTransaction(async (manager) => {
      const before = await manager.findOneBy(CampusName, { campusId: id, validFrom });
      if (before?.name === name.name && before.shortName === name.shortName) return;
      if (before) await manager.update(CampusName, { id: before.id }, name);
      else await manager.insert(CampusName, { campusId: id, validFrom, ...name });
      await this.note(manager, actor, 'campusRenamed', id);
    });
  }

  private async note(manager: EntityManager, by: Actor, what: string, id: number): Promise<void> {
    await this.audit.note(manager, { by, action: `people.audit.${what}`, record: { type: 'campus', id } });
  }

  private countStudents(): Promise<Map<number, number>> {
    return countBy(
      this.campuses
        .createQueryBuilder('campus')
        .innerJoin(StudentRecord, 'record', 'record.campusId = campus.id')
        .select(['campus.id AS "id"', 'COUNT(*) AS "count"']),
    );
  }

  private countCoordinators(now: Date): Promise<Map<number, number>> {
    return countBy(
      this.campuses
        .createQueryBuilder('campus')
        .innerJoin(RoleGrant, 'held', "held.scope = 'campus' AND held.scopeId = campus.id")
        .where(`held.role = 'coordinator' AND ${heldNow('held')}`, { now })
        .select(['campus.id AS "id"', 'COUNT(DISTINCT held.personId) AS "count"']),
    );
  }
}

async function countBy(
  query: ReturnType<Repository<Campus>['createQueryBuilder']>,
): Promise<Map<number, number>> {
  const rows = await query.groupBy('campus.id').getRawMany<{ id: number; count: number | string }>();
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}
