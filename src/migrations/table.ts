import {
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  type TableForeignKeyOptions,
  TableIndex,
  type TableIndexOptions,
} from 'typeorm';

/*
 * The words that migrations are written in. They hold on SQLite and MariaDB and mirror the decorators of
 * `platform/database/columns.ts`. MariaDB does not roll back a change of tables: each step looks first whether
 * an interrupted run has done it already.
 */

type More = Partial<Pick<TableColumnOptions, 'isNullable' | 'isPrimary' | 'default'>>;

export const id = (): TableColumnOptions => ({
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
});

export const whole = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  ...more,
});

export const score = whole;

export const flag = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'boolean',
  ...more,
});

export const line = (name: string, length = 190, more: More = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  ...more,
});

export const code = (name: string, length = 64, more: More = {}): TableColumnOptions =>
  line(name, length, more);

/** Also for JSON. */
export const longText = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'mediumtext',
  ...more,
});

export const instant = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'datetime',
  precision: 3,
  ...more,
});

export const nullable: More = { isNullable: true };

export const primary: More = { isPrimary: true };

export const unique = (name: string, ...columnNames: string[]): TableIndexOptions => ({
  name,
  columnNames,
  isUnique: true,
});

export const index = (name: string, ...columnNames: string[]): TableIndexOptions => ({ name, columnNames });

/** A reference to the id of another table; who is referred to cannot be deleted unless `CASCADE` is said. */
export const reference = (
  name: string,
  column: string,
  table: string,
  onDelete: 'RESTRICT' | 'CASCADE' | 'SET NULL' = 'RESTRICT',
): TableForeignKeyOptions => ({
  name,
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  onDelete,
  onUpdate: 'NO ACTION',
});

export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: TableColumnOptions[],
  parts: { indices?: TableIndexOptions[]; foreignKeys?: TableForeignKeyOptions[] } = {},
): Promise<void> {
  await runner.createTable(new Table({ name, columns, ...parts }), true);
}

export async function addColumn(
  runner: QueryRunner,
  table: string,
  column: TableColumnOptions,
): Promise<void> {
  if (!(await runner.hasColumn(table, column.name))) await runner.addColumn(table, new TableColumn(column));
}

export async function addIndex(
  runner: QueryRunner,
  table: string,
  options: TableIndexOptions,
): Promise<void> {
  const found = (await runner.getTable(table))?.indices.some(({ name }) => name === options.name);
  if (!found) await runner.createIndex(table, new TableIndex(options));
}

export async function dropTables(runner: QueryRunner, ...names: string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name, true);
}
