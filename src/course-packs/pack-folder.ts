import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackFiles } from './pack-reader.js';

/** Reads the files of a pack from a folder; hidden files are left out. Rejects where the folder cannot be read. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    );
  const named = paths.map(async (path): Promise<[string, Uint8Array]> => [
    relative(folder, path).split(sep).join('/'),
    await readFile(path),
  ]);
  return new Map(await Promise.all(named));
}
