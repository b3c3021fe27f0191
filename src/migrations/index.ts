import type { MigrationInterface } from 'typeorm';

/** Every change of the tables since the beginning, oldest first; only ever appended to. */
export const migrations: (new () => MigrationInterface)[] = [];
