import { Injectable } from '@nestjs/common';
import type { Message } from '../access/refusals.js';
import type { Settings } from './settings.js';

type Check<N extends keyof Settings> = (value: Settings[N]) => Message | null;

/** Rules of features that a setting has to obey; they add theirs when they start (`OnModuleInit`). */
@Injectable()
export class SettingChecks {
  private readonly checks: { name: keyof Settings; complaint: (settings: Settings) => Message | null }[] = [];

  /** The check says what is wrong with a value, or null. */
  add<N extends keyof Settings>(name: N, check: Check<N>): void {
    this.checks.push({ name, complaint: (settings) => check(settings[name]) });
  }

  complaints(settings: Settings): { name: keyof Settings; message: Message }[] {
    return this.checks.flatMap(({ name, complaint }) => {
      const message = complaint(settings);
      return message ? [{ name, message }] : [];
    });
  }
}
