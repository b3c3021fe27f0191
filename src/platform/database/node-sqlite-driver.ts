import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** What the `better-sqlite3` driver of TypeORM asks of a prepared statement. */
interface Statement {
  /** True where the statement returns rows. */
  readonly reader: boolean;
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

/**
 * `node:sqlite` in the shape of `better-sqlite3`, so that TypeORM runs on the SQLite inside Node and nothing
 * native has to be built. Two sentences differ from what TypeORM sends: a transaction takes the write lock at
 * its beginning (so that another process makes it wait, not fail half-way), and to roll back what SQLite has
 * rolled back itself (on a full disk) succeeds, because TypeORM would count the transaction as open for ever.
 */
export class NodeSqlite {
  private readonly database: DatabaseSync;
  private begun = false;

  constructor(file: string, options: { timeout?: number } = {}) {
    this.database = new DatabaseSync(file, { timeout: options.timeout ?? 0 });
  }

  prepare(sql: string): Statement {
    if (sql === 'BEGIN TRANSACTION') return this.command(() => this.begin());
    if (sql === 'ROLLBACK') return this.command(() => this.rollBack());
    return this.statement(this.database.prepare(sql));
  }

  pragma(text: string): unknown[] {
    return this.database.prepare(`PRAGMA ${text}`).all();
  }

  close(): void {
    this.database.close();
  }

  private statement(statement: StatementSync): Statement {
    return {
      reader: statement.columns().length > 0,
      all: (...values) => statement.all(...values.map(bindable)),
      run: (...values) => statement.run(...values.map(bindable)),
    };
  }

  private command(run: () => void): Statement {
    const done = { changes: 0, lastInsertRowid: 0 };
    return { reader: false, all: () => (run(), []), run: () => (run(), done) };
  }

  private begin(): void {
    this.begun = false;
    this.database.exec('BEGIN IMMEDIATE');
    this.begun = true;
  }

  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch (error) {
      if (!this.begun) throw error;
    }
  }
}

/** Raw SQL may be handed a `Date`, which `node:sqlite` does not bind: it becomes the text TypeORM stores. */
function bindable(value: unknown): SQLInputValue {
  const isDate = value instanceof Date;
  return isDate ? value.toISOString().replace('T', ' ').replace('Z', '') : (value as SQLInputValue);
}
