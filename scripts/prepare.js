// Runs before every command of package.json that builds or tests, so that a fresh clone needs no other one: installs
// the packages where they differ from package-lock.json, and makes sure of a Node that serves. It runs before
// anything is installed, on whatever Node there is: no dependencies, and no syntax newer than Node 18.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const bundledNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (!isInstalled()) underLock(() => isInstalled() || install());
checkNode();

/** npm leaves a list of what it has installed; packages for other systems are missing from it. */
function isInstalled() {
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(join(modules, '.package-lock.json'));
  const names = Object.keys(wanted).filter((name) => name !== '' && !wanted[name].optional);
  return names.every((name) => present[name]?.version === wanted[name].version);
}

function packages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function install() {
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    stop(
      'node_modules is a link to packages other than those of package-lock.json. Install them where it points.',
    );
  }
  console.log('Installing the packages (once, and again when package-lock.json changes) ...');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit', shell: !npm };
  // The binaries are packages of their own: no package needs to build or fetch anything when it is installed.
  const parameters = [
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...parameters], options)
    : spawnSync('npm', parameters, options);
  if (status !== 0) stop('The packages could not be installed: see the lines of npm above.');
}

/** Two commands at once must not install into each other. A lock whose process is gone is taken over. */
function underLock(work) {
  const lock = join(root, '.installing');
  for (let told = false; !take(lock); told = true) {
    if (!told) console.log('Another command is installing the packages; waiting for it ...');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * npm puts node_modules/.bin first on the PATH of its scripts, and with it the Node that package-lock.json pins.
 * Where that one does not run (another C library), it is taken off the PATH.
 */
function checkNode() {
  if (existsSync(bundledNode)) {
    const { status } = spawnSync(bundledNode, ['--version'], { shell: process.platform === 'win32' });
    if (status === 0) return;
    rmSync(bundledNode);
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if ((major === 22 && minor >= 13) || (major === 24 && minor >= 11) || major > 24) return;
  stop(
    `Node ${process.versions.node} is too old: Kelas Kader needs 22.13 or newer of 22, or 24.11 or newer.`,
    `The packages bring no Node that runs on ${process.platform}-${process.arch}: install one from https://nodejs.org`,
  );
}

function stop(...lines) {
  for (const line of lines) console.error(line);
  rmSync(join(root, '.installing'), { force: true });
  process.exit(1);
}
