import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Session } from '../courses/session.entity.js';
import type { Actor } from '../platform/access/actor.js';
import { Missing, Stale } from '../platform/access/refusals.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { locked } from '../platform/database/row-lock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { sessionEdition, type SessionWords } from './session-words.js';

/** Changes how the syllabus words a session. */
@Injectable()
export class SessionWordsService {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly audit: AuditService,
    private readonly units: UnitOfWork,
  ) {}

  /** @throws Missing */
  async find(courseId: number, id: number): Promise<Session> {
    const session = await this.sessions.findOneBy({ id, courseId });
    if (!session) throw new Missing('session');
    return session;
  }

  /** `seen` is the edition that the page showed. @throws Missing; Stale where it has changed since */
  async change(actor: Actor, session: Session, seen: string, wanted: SessionWords): Promise<void> {
    const { id } = session;
    await this.units.inTransaction(async (manager) => {
      const before = await manager.findOneOrFail(Session, { where: { id }, ...locked(manager) });
      if (sessionEdition(before) !== seen) throw new Stale();
      await manager.update(Session, { id }, wanted);
      const record = { type: 'session', id };
      const fields = Object.keys(wanted);
      await this.audit.note(manager, { by: actor, action: 'desk.audit.session', record, fields });
    });
  }
}
