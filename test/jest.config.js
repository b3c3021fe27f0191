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

export default {
  rootDir: base.rootDir,
  projects: [
    suite('unit', ['<rootDir>/src/**/*.spec.ts']),
    suite('code', ['<rootDir>/test/*.spec.ts']),
    suite('http', ['<rootDir>/test/http/**/*.spec.ts']),
    suite('faults', ['<rootDir>/test/faults/**/*.spec.ts']),
    suite('browser', ['<rootDir>/test/browser/**/*.spec.ts']),
  ],
  workerIdleMemoryLimit: '600MB',
  coverageProvider: 'v8',
};
