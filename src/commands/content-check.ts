import { existsSync } from 'node:fs';
import { checkContent } from '../course-packs/content-check.js';
import { contentReport, faultLine } from '../course-packs/content-report.js';
import { readPackAt } from '../course-packs/pack-place.js';
import { readPack } from '../course-packs/pack-reader.js';
import { readConfig } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { loadCatalogues } from '../platform/i18n/catalogues.js';
import { Dictionary } from '../platform/i18n/words.js';

// `npm run content:check [folder]`: tells what of a course can be taught and what is wrong in it; exit code 1 if
// anything is. Without a folder or zip file it checks the course
// that the product carries.
const [folder = 'content/kader-pendamping'] = process.argv.slice(2);
const words = new Dictionary(loadCatalogues(projectRoot), readConfig(process.env, projectRoot).timeZone).in(
  'id',
);

if (!existsSync(folder)) fail(words.t('course-packs.command.noFolder', { folder }));
else await check(folder);

async function check(folder: string): Promise<void> {
  const read = await readPackAt(folder);
  if (!read.files) return fail(words.t(`course-packs.archive.${read.fault}`, { name: read.name }));
  const { pack, problems } = readPack(read.files);
  if (problems) {
    for (const { file, line, key, values } of problems) fail(`${file}:${line}: ${words.t(key, values)}`);
    return;
  }
  const faults = checkContent(pack, words);
  for (const line of contentReport(pack, faults, words)) console.log(line);
  for (const fault of faults) fail(faultLine(fault, words));
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
