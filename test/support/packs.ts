import { join } from 'node:path';
import type { CoursePack } from '../../src/course-packs/course-pack.js';
import { readPackFolder } from '../../src/course-packs/pack-folder.js';
import { readPack } from '../../src/course-packs/pack-reader.js';
import { projectRoot } from '../../src/platform/config/project-root.js';

/** The course that the product carries, and a whole course in one session. */
export const packFolders = ['content/kader-pendamping', 'test/packs/satu-pertemuan'] as const;

/** Reads a pack of the repository; throws with its problems where it has any. */
export async function readPackOf(folder: (typeof packFolders)[number]): Promise<CoursePack> {
  const { pack, problems } = readPack(await readPackFolder(join(projectRoot, folder)));
  if (pack) return pack;
  throw new Error(problems.map(({ file, line, key }) => `${file}:${line} ${key}`).join('\n'));
}
