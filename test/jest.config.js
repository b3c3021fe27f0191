// One Jest project per suite; scripts/test.js decides which of them this machine can run.
import { resolve } from 'node:path';

const base = {
  rootDir: resolve(import.meta.dirname, '..'),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const suite = (name, testMatch, extra = {}) => ({ ...base, displayName: name, testMatch, ...extra });

// The same files once more, on a MariaDB that is started for the run.
const onMariadb = (project) => ({
  ...project,
  displayName: `${project.displayName}-mariadb`,
  globals: { testDatabase: 'mariadb' },
  globalSetup: '<rootDir>/test/support/mariadb.ts',
  globalTeardown: '<rootDir>/test/support/stop-mariadb.ts',
  testPathIgnorePatterns: ['/node_modules/', '/sqlite/'],
});

const database = suite('database', ['<rootDir>/test/database/**/*.spec.ts'], {
  testPathIgnorePatterns: ['/node_modules/', '/mariadb/'],
});
const http = suite('http', ['<rootDir>/test/http/**/*.spec.ts']);

export default {
  rootDir: base.rootDir,
  projects: [
    suite('unit', ['<rootDir>/src/**/*.spec.ts']),
    suite('code', ['<rootDir>/test/*.spec.ts']),
    database,
    onMariadb(database),
    http,
    onMariadb(http),
    suite('faults', ['<rootDir>/test/faults/**/*.spec.ts'], {
      globalSetup: '<rootDir>/test/support/build.ts',
    }),
    suite('browser', ['<rootDir>/test/browser/**/*.spec.ts']),
  ],
  // Patience for a busy machine; no test asserts how long something takes.
  testTimeout: 120_000,
  // Left to itself Jest keeps one core free, half of a small machine.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '600MB',
  coverageProvider: 'v8',
};
