import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';
import { readConfig } from '../src/platform/config/config.js';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const example = read('.env.example');
const explained = [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

/** Variables that the program reads, whatever the way. */
const sources = globSync('src/**/*.ts', { cwd: projectRoot }).filter((file) => !file.endsWith('.spec.ts'));
const variables = new Set(
  sources.flatMap((file) =>
    [...read(file).matchAll(/\benv\['([A-Z][A-Z_]+)'\]|\bread\.\w+\(\s*'([A-Z_]+)'/g)].map(
      ([, direct, typed]) => direct ?? typed ?? '',
    ),
  ),
);

describe('.env.example', () => {
  it('explains every variable that the program reads, and no other', () => {
    expect(variables.size).toBeGreaterThan(12);
    expect(explained.map(({ name }) => name).toSorted()).toEqual([...variables].toSorted());
  });

  it('says above each what it is for', () => {
    const bare = [...example.matchAll(/\n\n#[A-Z_]+=/g)].map(([line]) => line.trim());
    expect(bare).toEqual([]);
  });

  it('shows values that the program takes', () => {
    const env = Object.fromEntries(explained.map(({ name, value }) => [name, value]));
    expect(() => readConfig(env, projectRoot)).not.toThrow();
  });
});
