import { isAbsolute, resolve } from 'node:path';

/** Everything that the environment may decide, checked and typed. `.env.example` documents each variable. */
export interface Config {
  production: boolean;
  /** True where nothing is configured: demo data in a database file of its own, on loopback, with a banner. */
  demo: boolean;
  host: string;
  port: number;
  /** Public address without a trailing slash; links in mails, QR codes and certificates start with it. */
  baseUrl: string;
  /** Empty: SQLite in `dataDir`. */
  databaseUrl: string;
  dataDir: string;
  uploadsDir: string;
  /** Empty: no mail leaves. */
  smtpUrl: string;
  sessionDays: number;
  /** Number of proxies in front whose X-Forwarded-* headers are believed. */
  trustProxy: number;
  timeZone: string;
  metricsToken: string;
  logLevel: LogLevel;
  worker: WorkerMode;
  /** False only while someone works on the templates. */
  cacheViews: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];
const workerModes = ['inline', 'only', 'off'] as const;
type WorkerMode = (typeof workerModes)[number];

/** The environment holds values that the product cannot run with; one line each, fit for a terminal. */
export class InvalidConfig extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and remembers what is wrong with them, so that all of it is told at once. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly env: Env) {}

  text(name: string, fallback: string): string {
    return this.env[name]?.trim() || fallback;
  }

  whole(name: string, fallback: number, min: number, max: number): number {
    const text = this.text(name, String(fallback));
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    return this.wrong(name, text, `a whole number from ${min} to ${max}`, fallback);
  }

  choice<T extends string>(name: string, options: readonly T[], fallback: T): T {
    const text = this.text(name, fallback);
    const found = options.find((option) => option === text);
    return found ?? this.wrong(name, text, `one of ${options.join(', ')}`, fallback);
  }

  url(name: string, fallback: string, protocols: string[]): string {
    const text = this.text(name, fallback).replace(/\/+$/, '');
    if (text === fallback || (URL.canParse(text) && protocols.includes(new URL(text).protocol))) return text;
    return this.wrong(
      name,
      text,
      `a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
      fallback,
    );
  }

  timeZone(name: string, fallback: string): string {
    const text = this.text(name, fallback);
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text;
    } catch {
      return this.wrong(name, text, 'an IANA time zone such as Asia/Jakarta', fallback);
    }
  }

  folder(name: string, fallback: string, root: string): string {
    const text = this.text(name, fallback);
    return isAbsolute(text) ? text : resolve(root, text);
  }

  private wrong<T>(name: string, text: string, expected: string, fallback: T): T {
    this.problems.push(`${name}=${text}: expected ${expected}`);
    return fallback;
  }
}

/**
 * Reads the configuration.
 * @param root the folder that relative paths start from.
 * @throws InvalidConfig with one line for each wrong variable.
 */
export function readConfig(env: Env, root: string): Config {
  const read = new Reader(env);
  const production = env['NODE_ENV'] === 'production';
  const databaseUrl = read.url('DATABASE_URL', '', ['mysql:', 'mariadb:']);
  const demo = !production && databaseUrl === '' && !env['DATA_DIR'] && env['DEMO'] !== 'off';
  const port = read.whole('PORT', 3000, 0, 65535);
  const host = read.text('HOST', production ? '0.0.0.0' : '127.0.0.1');
  const config: Config = {
    production,
    demo: demo || env['DEMO'] === 'on',
    host,
    port,
    baseUrl: read.url('BASE_URL', `http://localhost:${port}`, ['http:', 'https:']),
    databaseUrl,
    dataDir: read.folder('DATA_DIR', 'data', root),
    uploadsDir: read.folder('UPLOADS_DIR', 'uploads', root),
    smtpUrl: read.url('SMTP_URL', '', ['smtp:', 'smtps:']),
    sessionDays: read.whole('SESSION_DAYS', 30, 1, 365),
    trustProxy: read.whole('TRUST_PROXY', 0, 0, 10),
    timeZone: read.timeZone('TZ_DISPLAY', 'Asia/Jakarta'),
    metricsToken: read.text('METRICS_TOKEN', ''),
    logLevel: read.choice('LOG_LEVEL', logLevels, production ? 'info' : 'warn'),
    worker: read.choice('WORKER', workerModes, 'inline'),
    cacheViews: env['npm_lifecycle_event'] !== 'dev' && env['VIEW_CACHE'] !== 'off',
  };
  if (production && !env['BASE_URL']?.trim()) {
    read.problems.push('BASE_URL is missing: certificates and links need the public address');
  }
  if (read.problems.length > 0) throw new InvalidConfig(read.problems);
  return config;
}
