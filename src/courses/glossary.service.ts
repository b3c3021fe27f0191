import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { GlossaryTerm } from './glossary-term.entity.js';

/** The words of a course that are explained to its readers. */
@Injectable()
export class GlossaryService {
  constructor(@InjectRepository(GlossaryTerm) private readonly terms: Repository<GlossaryTerm>) {}

  /** Oldest first; as a unit of work sees them where its manager is given. */
  of(courseId: number, manager: EntityManager = this.terms.manager): Promise<GlossaryTerm[]> {
    return manager.find(GlossaryTerm, { where: { courseId }, order: { id: 'ASC' } });
  }

  /** Those of them that are still there, oldest first. One query, none where there are no keys. */
  async named(courseId: number, keys: readonly string[]): Promise<GlossaryTerm[]> {
    if (keys.length === 0) return [];
    return await this.terms.find({ where: { courseId, key: In([...keys]) }, order: { id: 'ASC' } });
  }
}
