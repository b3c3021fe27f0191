import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { Campus, CampusName } from './campus.entity.js';
import { nameOnDay } from './campus-names.js';

@Injectable()
export class CampusesService {
  constructor(
    @InjectRepository(Campus) private readonly campuses: Repository<Campus>,
    @InjectRepository(CampusName) private readonly names: Repository<CampusName>,
  ) {}

  /** The id of a campus by its key; null for '' and for one that does not exist. */
  async idOf(key: string): Promise<number | null> {
    if (!key) return null;
    return (await this.campuses.findOneBy({ key }))?.id ?? null;
  }

  /** Campuses with the names that they have today. */
  async named(
    ids?: readonly number[],
    day = '9999-12-31',
  ): Promise<{ id: number; key: string; name: string; shortName: string }[]> {
    const where = ids ? { id: In([...ids]) } : {};
    const campuses = await this.campuses.find({ where, order: { key: 'ASC' } });
    const names = await this.names.findBy({ campusId: In(campuses.map(({ id }) => id)) });
    return campuses.map(({ id, key }) => ({
      id,
      key,
      ...nameOnDay(
        names.filter((name) => name.campusId === id),
        day,
      ),
    }));
  }
}
