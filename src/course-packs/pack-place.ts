import { readFile, stat } from 'node:fs/promises';
import { readPackFolder } from './pack-folder.js';
import { type ArchiveReading, readArchive, withPlainDocuments } from './read-archive.js';

/** No archive of a course is larger than what may be unpacked from one. */
const MOST_ARCHIVE_BYTES = 60_000_000;

/** The files of a pack from a folder or from a zip file. Rejects where there is nothing, or nothing that may be read. */
export async function readPackAt(path: string): Promise<ArchiveReading> {
  const found = await stat(path);
  if (found.isDirectory()) return await withPlainDocuments(await readPackFolder(path));
  if (found.size > MOST_ARCHIVE_BYTES) return { fault: 'tooLarge', name: '' };
  return await readArchive(await readFile(path));
}
