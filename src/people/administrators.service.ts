import { Injectable } from '@nestjs/common';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { normaliseEmail } from './email-address.js';
import { addPerson } from './new-people.service.js';
import { type PasswordProblem, passwordProblem } from './password-rules.js';
import { hashPassword } from './passwords.js';
import { Person } from './person.entity.js';

type AdministratorProblem = 'noName' | 'wrongEmail' | 'emailTaken' | PasswordProblem;

/** The first administrator of an installation, made at its console; the others are made by administrators. */
@Injectable()
export class AdministratorsService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Adds an administrator who can sign in at once. @returns what is wrong, or null; nothing is changed then. */
  async create(typed: {
    name: string;
    email: string;
    password: string;
  }): Promise<AdministratorProblem | null> {
    const [name, email] = [typed.name.normalize('NFC').trim(), normaliseEmail(typed.email)];
    if (name === '' || name.length > 160) return 'noName';
    if (email === null) return 'wrongEmail';
    const problem = passwordProblem(typed.password);
    return problem ?? (await this.add(name, email, await hashPassword(typed.password)));
  }

  private async add(name: string, email: string, passwordHash: string): Promise<'emailTaken' | null> {
    const now = this.clock.now();
    const grant = { role: 'admin', scope: 'everything', scopeId: null } as const;
    return await this.units.inTransaction(async (manager) => {
      const person = { nameBefore: '', name, nameAfter: '', email, phone: null, grant };
      const added = await addPerson(manager, person, now);
      if ('problem' in added) return 'emailTaken';
      const { personId: id } = added;
      await manager.update(Person, { id }, { passwordHash });
      const action = 'people.audit.administratorCreated';
      await this.audit.note(manager, { by: null, action, record: { type: 'person', id } });
      return null;
    });
  }
}
