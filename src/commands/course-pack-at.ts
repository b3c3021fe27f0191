import { existsSync } from 'node:fs';
import type { CoursePack } from '../course-packs/course-pack.js';
import { readPackAt } from '../course-packs/pack-place.js';
import { readPack } from '../course-packs/pack-reader.js';
import type { Words } from '../platform/i18n/words.js';

type FoundPack = { pack: CoursePack; wrong?: undefined } | { pack?: undefined; wrong: string[] };

/** The pack in a folder or a zip file, or what is wrong there, a line each. */
export async function coursePackAt(path: string, words: Words): Promise<FoundPack> {
  if (!existsSync(path)) return { wrong: [words.t('course-packs.command.noFolder', { folder: path })] };
  const read = await readPackAt(path);
  if (!read.files) return { wrong: [words.t(`course-packs.archive.${read.fault}`, { name: read.name })] };
  const { pack, problems } = readPack(read.files);
  if (pack) return { pack };
  return { wrong: problems.map(({ file, line, key, values }) => `${file}:${line}: ${words.t(key, values)}`) };
}
