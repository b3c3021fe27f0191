/** The database could not be reached, or was too busy, for as long as a person waits: try again later. */
export class DatabaseUnavailableError extends Error {
  /** Seconds, for the header Retry-After. */
  readonly retryAfter = 5;

  constructor(cause: unknown) {
    super('The database cannot be reached', { cause });
  }
}

/** A unit of work was begun inside another: it would wait for itself. Hand the manager down instead. */
export class NestedUnitOfWorkError extends Error {
  constructor() {
    super('A unit of work cannot begin inside another: pass its manager on');
  }
}

/** Deadlock, lock wait, changed since read (MariaDB 11), and conflicts that Galera finds at commit. */
const conflicts = new Set([1213, 1205, 1020, 1180]);
/** A node that has lost its cluster, a server that shuts down, too many connections. */
const outages = new Set([1047, 1053, 1927, 1040]);
const lost = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE']);
const sqliteBusy = 5;

/** Two units got into each other's way; the same work may succeed at once. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(Number(reason(error)['errno']));
}

/** The database is away or too busy; web pages answer 503 to it. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailableError) return true;
  const { code, errno, errcode, message } = reason(error);
  if (lost.has(String(code)) || outages.has(Number(errno)) || errcode === sqliteBusy) return true;
  return /^(Pool |Queue limit|Can't add new command when connection is in closed state)/.test(
    String(message),
  );
}

/** TypeORM wraps the error of the driver. */
function reason(error: unknown): Record<string, unknown> {
  const { driverError } = Object(error) as { driverError?: unknown };
  return Object(driverError ?? error) as Record<string, unknown>;
}
