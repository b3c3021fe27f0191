import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Course } from '../courses/course.entity.js';
import { GlossaryTerm } from '../courses/glossary-term.entity.js';
import { GlossaryService } from '../courses/glossary.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Refusal, Stale } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { changedFields } from '../platform/audit/changed-fields.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newTermKey, type StatedTerm, type TakenSpelling, takenSpellings } from './stated-term.js';
import { termEdition } from './term-edition.js';

interface Edit {
  actor: Actor;
  term: GlossaryTerm;
  /** The edition that the page showed. */
  seen: string;
}

/** Writes the glossary of a course; its row is the lock, so that no spelling is ever given to two terms. */
@Injectable()
export class GlossaryChangesService {
  constructor(
    private readonly glossary: GlossaryService,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** @returns what of it other terms have; then nothing is written */
  add(actor: Actor, courseId: number, stated: StatedTerm): Promise<TakenSpelling[]> {
    return this.units.inTransaction(async (manager) => {
      const terms = await this.lockedTerms(manager, courseId);
      const taken = takenSpellings(stated, terms);
      if (taken.length > 0) return taken;
      const key = newTermKey(
        stated.term,
        terms.map((term) => term.key),
      );
      const { id } = await manager.save(GlossaryTerm, { courseId, key, ...stated });
      const record = { type: 'glossary-term', id };
      await this.audit.note(manager, {
        by: actor,
        action: 'glossary.audit.added',
        record,
        fields: changedFields(nothing, inLines(stated)),
      });
      return [];
    });
  }

  /**
   * @returns what of it other terms have; then nothing is written
   * @throws Missing; Stale where it has changed since the page was shown
   */
  change({ actor, term, seen }: Edit, stated: StatedTerm): Promise<TakenSpelling[]> {
    return this.units.inTransaction(async (manager) => {
      const terms = await this.lockedTerms(manager, term.courseId);
      const before = sameOf(terms, term);
      if (termEdition(before) !== seen) throw new Stale();
      const others = terms.filter(({ id }) => id !== term.id);
      const taken = takenSpellings(stated, others);
      if (taken.length > 0) return taken;
      await manager.update(GlossaryTerm, { id: term.id }, stated);
      const record = { type: 'glossary-term', id: term.id };
      const fields = changedFields(inLines(before), inLines(stated));
      await this.audit.note(manager, { by: actor, action: 'glossary.audit.changed', record, fields });
      return [];
    });
  }

  /** @throws Missing; Refusal where it has changed since the page was shown */
  async remove({ actor, term, seen }: Edit): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const before = sameOf(await this.lockedTerms(manager, term.courseId), term);
      if (termEdition(before) !== seen)
        throw new Refusal('glossary.refused.changed', {}, `/glossary/${term.id}`);
      await manager.delete(GlossaryTerm, { id: term.id });
      const record = { type: 'glossary-term', id: term.id };
      await this.audit.note(manager, {
        by: actor,
        action: 'glossary.audit.removed',
        record,
        fields: changedFields(inLines(before), nothing),
      });
    });
  }

  private async lockedTerms(manager: EntityManager, courseId: number): Promise<GlossaryTerm[]> {
    await manager.findOneOrFail(Course, {
      select: { id: true },
      where: { id: courseId },
      ...locked(manager),
    });
    return await this.glossary.of(courseId, manager);
  }
}

function sameOf(terms: readonly GlossaryTerm[], { id }: Pick<GlossaryTerm, 'id'>): GlossaryTerm {
  const same = terms.find((term) => term.id === id);
  if (!same) throw new Missing('term');
  return same;
}

const inLines = ({ term, aliases, meaning }: StatedTerm) => ({ term, aliases: aliases.join(', '), meaning });

const nothing = { term: '', aliases: '', meaning: '' };
