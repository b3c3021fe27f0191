import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** Who asks whether we are ready wants to know soon. */
const PATIENCE_MS = 2_000;

type Readiness = 'ready' | 'database' | 'migrations';

/** Whether this process can serve: its database answers, and has every table that this version knows. */
@Injectable()
export class ReadinessProbe {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** What is missing, or `ready`. */
  async check(): Promise<Readiness> {
    const waiting = new AbortController();
    const late = pause(PATIENCE_MS, 'database' as const, { signal: waiting.signal }).catch(
      () => 'database' as const,
    );
    try {
      return await Promise.race([this.ask(), late]);
    } finally {
      waiting.abort();
    }
  }

  private async ask(): Promise<Readiness> {
    try {
      const rows: { name: string }[] = await this.database.query('SELECT name FROM migrations');
      const done = new Set(rows.map(({ name }) => name));
      const wanted = this.database.migrations.map(
        (migration) => migration.name ?? migration.constructor.name,
      );
      return wanted.every((name) => done.has(name)) ? 'ready' : 'migrations';
    } catch {
      return 'database';
    }
  }
}
