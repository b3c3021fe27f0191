import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `views`, `content` and `public`, whether the code runs from `src` or from `dist`. */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'views')) && existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('views/ not found beside the program');
  return findRoot(parent);
}
