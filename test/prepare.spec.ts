import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A project whose npm only notes that it was called, takes a moment, and leaves the list that npm leaves. */
const npm = `
const fs = require('node:fs');
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
setTimeout(() => {
  fs.mkdirSync('node_modules', { recursive: true });
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
}, 300);
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelas-kader-prepare-'));
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(resolve(import.meta.dirname, '../scripts/prepare.js'), join(folder, 'scripts/prepare.js'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'npm.cjs'), npm);
  lock('1.0.0');
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

function lock(version: string): void {
  const packages = {
    '': {},
    'node_modules/a': { version },
    'node_modules/elsewhere': { version, optional: true },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
}

function start(): ChildProcess {
  const env = { ...process.env, npm_execpath: join(folder, 'npm.cjs') };
  return execFile(process.execPath, [join(folder, 'scripts/prepare.js')], { env });
}

/** Runs the script and returns its exit code and what it said. */
async function prepare(child = start()): Promise<{ code: number; said: string }> {
  let said = '';
  child.stdout?.on('data', (text: string) => (said += text));
  child.stderr?.on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

const calls = () =>
  existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];

describe('preparing', () => {
  it('installs in a fresh clone, with what building and testing need', async () => {
    expect(await prepare()).toMatchObject({ code: 0 });
    expect(calls()).toEqual([expect.stringMatching(/^ci --include=dev --ignore-scripts/)]);
  });

  it('does and says nothing where all is installed, packages for other systems left out', async () => {
    await prepare();
    const installed = join(folder, 'node_modules/.package-lock.json');
    const list = JSON.parse(readFileSync(installed, 'utf8'));
    delete list.packages['node_modules/elsewhere'];
    writeFileSync(installed, JSON.stringify(list));
    expect(await prepare()).toEqual({ code: 0, said: '' });
    expect(calls()).toHaveLength(1);
  });

  it('installs again when the lockfile changes', async () => {
    await prepare();
    lock('1.0.1');
    await prepare();
    expect(calls()).toHaveLength(2);
  });

  it('installs once where two begin together', async () => {
    const both = await Promise.all([prepare(), prepare()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toHaveLength(1);
  });

  it('does not wait for a process that has died while it installed', async () => {
    const dead = start();
    const { pid } = dead;
    dead.kill('SIGKILL');
    await once(dead, 'close');
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    writeFileSync(join(folder, '.installing'), String(pid));
    expect(await prepare()).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, '.installing'))).toBe(false);
  });

  it('never installs into a folder that it is linked to', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'node_modules'));
    const { code, said } = await prepare();
    expect(code).toBe(1);
    expect(said).toContain('node_modules is a link');
    expect(calls()).toEqual([]);
  });

  it('takes a bundled Node that does not run here off the path', async () => {
    await prepare();
    const node = join(folder, 'node_modules/.bin/node');
    mkdirSync(join(folder, 'node_modules/.bin'));
    writeFileSync(node, '#!/nowhere/interpreter\n', { mode: 0o755 });
    expect(await prepare()).toMatchObject({ code: 0 });
    expect(existsSync(node)).toBe(false);
  });
});
