import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { PersonDirectory } from '../platform/access/person-directory.js';
import { containing } from '../platform/database/like.js';
import { Person } from './person.entity.js';
import { fullName } from './person-name.js';

const MOST = 100;

/** The names behind the ids that the platform writes down. */
@Injectable()
export class PeopleDirectory extends PersonDirectory {
  constructor(@InjectRepository(Person) private readonly people: Repository<Person>) {
    super();
  }

  async namesOf(ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.people.find({
      select: { id: true, nameBefore: true, name: true, nameAfter: true },
      where: { id: In([...new Set(ids)]) },
    });
    return new Map(found.map((person) => [person.id, fullName(person)]));
  }

  async idsLike(text: string): Promise<number[]> {
    const found = await this.people
      .createQueryBuilder('person')
      .select('person.id', 'id')
      .where(`LOWER(person.name) LIKE :like ESCAPE '!'`, { like: containing(text.toLowerCase()) })
      .limit(MOST)
      .getRawMany<{ id: number }>();
    return found.map(({ id }) => id);
  }
}
