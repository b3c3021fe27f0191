import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathIn } from '../platform/archives/archive-names.js';
import type { PackFiles } from './pack-reader.js';

/** Reads the files of a pack from a folder, those that an archive would give. Rejects where it cannot be read. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const named = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }): Promise<[string, Uint8Array][]> => {
      const place = join(parentPath, name);
      const path = pathIn(relative(folder, place).split(sep).join('/'));
      return path === null ? [] : [[path, await readFile(place)]];
    });
  return new Map((await Promise.all(named)).flat());
}
