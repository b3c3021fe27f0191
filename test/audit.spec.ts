import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';

const sources = globSync('src/**/*.ts', { cwd: projectRoot }).filter((file) => !file.endsWith('.spec.ts'));
const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

describe('the audit log', () => {
  it('is written and read in one place', () => {
    const users = sources.filter((file) => /\bAuditEntry\b/.test(read(file)));
    expect(users.toSorted()).toEqual([
      'src/entities.ts',
      'src/platform/audit/audit-entry.entity.ts',
      'src/platform/audit/audit.module.ts',
      'src/platform/audit/audit.service.ts',
    ]);
  });

  it('has no way to change or remove an entry there', () => {
    const service = read('src/platform/audit/audit.service.ts');
    expect(service).toMatch(/manager\.save\(entry\)/);
    expect(service).not.toMatch(
      /\b(update|upsert|delete\w*|remove|softDelete|softRemove|clear|truncate|query)\(/,
    );
  });

  it('is touched by no SQL but that of its migration', () => {
    const users = sources.filter((file) => read(file).includes('audit_entries'));
    expect(users.filter((file) => !file.startsWith('src/migrations/'))).toEqual([
      'src/platform/audit/audit-entry.entity.ts',
    ]);
  });
});
