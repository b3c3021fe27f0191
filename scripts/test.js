// `npm test`: runs the suites that this machine can run, names the others and what they lack, and ends with the
// line `N passed, N failed, N skipped`. Arguments go to Jest: `npm test -- attempts` runs what matches.
// With CI=true a missing program is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const mariadb = {
  name: 'MariaDB',
  programs: ['mariadbd', 'mariadb-install-db', 'mariadb-dump'],
  debian: 'mariadb-server',
};
const chromium = {
  name: 'Chromium',
  programs: ['chromium', 'chromium-browser', 'google-chrome'],
  path: process.env.CHROMIUM,
  debian: 'chromium',
};

const suites = [
  { name: 'unit' },
  { name: 'code' },
  { name: 'database' },
  { name: 'http' },
  { name: 'database-mariadb', needs: mariadb },
  { name: 'http-mariadb', needs: mariadb },
  { name: 'faults', needs: mariadb },
  { name: 'browser', needs: chromium },
];

const skipped = suites.filter(({ needs }) => needs && !isThere(needs));
const { status, passed, failed, pending } = runJest(suites.filter((suite) => !skipped.includes(suite)));

for (const { name, needs } of skipped) {
  console.log(`Skipped suite ${name}: needs ${needs.name} (Debian: apt-get install -y ${needs.debian})`);
}
const missing = process.env.CI === 'true' ? skipped.length : 0;
console.log(`${passed} passed, ${failed + missing} failed, ${pending} skipped`);
process.exitCode = status !== 0 || failed + missing > 0 ? 1 : 0;

function isThere({ programs, path }) {
  return [path, ...programs.flatMap((program) => places.map((place) => join(place, program)))].some(
    (file) => file && existsSync(file),
  );
}

/** Counts tests; a file that could not even be loaded counts as one that failed. */
function runJest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'kelas-kader-results-'));
  const results = join(folder, 'results.json');
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      `--config=${join(root, 'test/jest.config.js')}`,
      '--json',
      `--outputFile=${results}`,
      '--passWithNoTests',
      '--selectProjects',
      ...projects.map(({ name }) => name),
      '--',
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
  );
  const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  if (!counts) return { status: 1, passed: 0, failed: 1, pending: 0 };
  return {
    status,
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
    pending: counts.numPendingTests + counts.numTodoTests,
  };
}
