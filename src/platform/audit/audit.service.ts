import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, type FindOptionsWhere, In, type Repository } from 'typeorm';
import { PersonDirectory } from '../access/person-directory.js';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock/clock.js';
import { type PageOfRows, pageOfRows } from '../web/paging.js';
import { AuditEntry, type ChangedFields } from './audit-entry.entity.js';

export interface AuditNote {
  /** Who did it; null where the product did it by itself. */
  by: Pick<Actor, 'personId' | 'requestId'> | null;
  /** Key of the catalogues: `certificates.audit.revoked`. */
  action: string;
  record: { type: string; id: number | string };
  fields?: ChangedFields;
  /** In the words of whoever did it. */
  reason?: string;
}

/** An entry with the name of who did it; '' for the product itself. */
export type NamedEntry = AuditEntry & { name: string };

/** The record of who did what. There is no way to change or remove an entry. */
@Injectable()
export class AuditService {
  constructor(
    @InjectRepository(AuditEntry) private readonly entries: Repository<AuditEntry>,
    private readonly people: PersonDirectory,
    private readonly clock: Clock,
  ) {}

  /** Writes it down in the unit of work of what was done: both are kept, or neither. */
  async note(manager: EntityManager, { by, action, record, fields, reason }: AuditNote): Promise<void> {
    const entry = manager.create(AuditEntry, {
      at: this.clock.now(),
      actorId: by?.personId ?? null,
      action,
      recordType: record.type,
      recordId: String(record.id),
      fields: fields ?? null,
      reason: reason?.slice(0, 500) || null,
      requestId: by?.requestId ?? null,
    });
    await manager.save(entry);
  }

  /** The newest first, 50 a page; of one kind of action, and of those whose name contains the text, unless ''. */
  async page(filter: { action: string; person: string }, page: number): Promise<PageOfRows<NamedEntry>> {
    const where: FindOptionsWhere<AuditEntry> = {};
    if (filter.action) where.action = filter.action;
    if (filter.person) where.actorId = In(await this.people.idsLike(filter.person));
    const found = await pageOfRows(page, (rows) =>
      this.entries.find({ where, order: { id: 'DESC' }, ...rows }),
    );
    const names = await this.people.namesOf(found.rows.flatMap(({ actorId }) => actorId ?? []));
    return {
      ...found,
      rows: found.rows.map((entry) => ({ ...entry, name: names.get(entry.actorId ?? 0) ?? '' })),
    };
  }

  /** Every action that has an entry. */
  async actions(): Promise<string[]> {
    const rows = await this.entries
      .createQueryBuilder('entry')
      .select('DISTINCT entry.action', 'action')
      .getRawMany<{ action: string }>();
    return rows.map(({ action }) => action);
  }
}
