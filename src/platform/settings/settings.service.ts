import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import { locked } from '../database/row-lock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Setting } from './setting.entity.js';
import { changedSettings, defaultSettings, type Settings, settingsFrom } from './settings.js';

@Injectable()
export class SettingsService implements OnModuleInit {
  private known: Settings = defaultSettings;

  constructor(
    @InjectRepository(Setting) private readonly settings: Repository<Setting>,
    private readonly units: UnitOfWork,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.current();
  }

  /** The settings as they stand. */
  async current(): Promise<Settings> {
    return (this.known = read(await this.settings.find()));
  }

  /** As this process last saw them, without asking the database: for what stands on every page. */
  get lastKnown(): Settings {
    return this.known;
  }

  /** Keeps what differs, with an audit entry for each. */
  async save(actor: Actor, after: Settings): Promise<void> {
    await this.units.inTransaction(async (manager) => {
      const before = read(await manager.find(Setting, locked(manager)));
      for (const name of changedSettings(before, after))
        await this.change(manager, actor, name, before, after);
    });
    this.known = after;
  }

  private async change(
    manager: EntityManager,
    actor: Actor,
    name: keyof Settings,
    before: Settings,
    after: Settings,
  ): Promise<void> {
    await manager.upsert(Setting, { key: name, value: after[name], changedAt: this.clock.now() }, ['key']);
    await this.audit.note(manager, {
      by: actor,
      action: 'settings.audit.changed',
      record: { type: 'setting', id: name },
      fields: { value: { from: before[name], to: after[name] } },
    });
  }
}

const read = (rows: readonly Setting[]): Settings =>
  settingsFrom(new Map(rows.map(({ key, value }) => [key, value])));
