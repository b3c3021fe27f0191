import { checkContent } from '../course-packs/content-check.js';
import { contentReport, faultLine } from '../course-packs/content-report.js';
import type { CoursePack } from '../course-packs/course-pack.js';
import { readConfig } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { installedWords } from '../platform/i18n/installed-words.js';
import { coursePackAt } from './course-pack-at.js';

// `npm run content:check [folder]`: tells what of a course can be taught and what is wrong in it; exit code 1 if
// anything is. Without a folder or zip file it checks the course that the product carries.
const [folder = 'content/kader-pendamping'] = process.argv.slice(2);
const words = installedWords(readConfig(process.env, projectRoot));

const { pack, wrong } = await coursePackAt(folder, words);
if (pack) check(pack);
else wrong.forEach(fail);

function check(course: CoursePack): void {
  const faults = checkContent(course, words);
  for (const line of contentReport(course, faults, words)) console.log(line);
  for (const fault of faults) fail(faultLine(fault, words));
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
