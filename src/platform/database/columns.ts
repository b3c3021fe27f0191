import { Column, type ColumnOptions, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

/*
 * Column decorators that mean the same on SQLite and MariaDB. Each has its twin for migrations in
 * `src/migrations/table.ts`; a test holds the entities against the migrated tables of both databases.
 */

type Options = Pick<ColumnOptions, 'nullable' | 'primary' | 'name'>;

/** The number by which the database knows a row. */
export const Id = () => PrimaryGeneratedColumn({ type: 'integer' });

/** A whole number: counts, positions, rupiah, basis points, ids of other rows. */
export const Whole = (options: Options = {}) => Column({ ...options, type: 'integer' });

/** A score in 1/100 of a point, 0 to 10000. */
export const Score = Whole;

/** Yes or no. */
export const Flag = (options: Options = {}) => Column({ ...options, type: 'boolean' });

/** A line of text; one that stands in an index is at most 190 characters long. */
export const Line = (length = 190, options: Options = {}) => Column({ ...options, type: 'varchar', length });

/** A code, key, hash or one of a union of strings: compared letter by letter. */
export const Code = (length = 64, options: Options = {}) => Line(length, options);

/** Text without a limit that matters (16 MB). */
export const LongText = (options: Options = {}) => Column({ ...options, type: 'mediumtext' });

/** A plain value kept as JSON text. */
export const JsonText = (options: Options = {}) =>
  Column({ ...options, type: 'mediumtext', transformer: { to: toJson, from: fromJson } });

/** A moment, to the millisecond, as a `Date`; UTC in the database, and set by the code. */
export const Instant = (options: Options = {}) => Column({ ...options, type: 'datetime', precision: 3 });

/**
 * A reference to a row of another table, in a column that the entity also has as a number: `campus` beside
 * `campusId`. The foreign key is called `name`; who is referred to cannot be deleted unless `CASCADE` is said.
 */
export const BelongsTo =
  (
    target: () => new () => object,
    name: string,
    onDelete: 'RESTRICT' | 'CASCADE' | 'SET NULL' = 'RESTRICT',
  ) =>
  (entity: object, property: string): void => {
    ManyToOne(target, { onDelete })(entity, property);
    JoinColumn({ foreignKeyConstraintName: name })(entity, property);
  };

/** A moment as raw rows hold it: text on SQLite, a `Date` on MariaDB. */
export type RawInstant = string | Date;

export function instantOf(raw: RawInstant): Date;
export function instantOf(raw: RawInstant | null): Date | null;
export function instantOf(raw: RawInstant | null): Date | null {
  return typeof raw === 'string' ? new Date(`${raw.replace(' ', 'T')}Z`) : raw;
}

function toJson(value: unknown): string | null | undefined {
  return value === null || value === undefined ? value : JSON.stringify(value);
}

function fromJson(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
