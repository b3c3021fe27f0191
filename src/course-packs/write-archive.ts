import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import type { PackFiles } from './pack-reader.js';

/** A day without meaning, written as local time into the archive: the same on every machine. */
const dayZero = new Date(1980, 0, 1);

/** A pack as one zip file. The same files give the same bytes, whenever and wherever it is made. */
export async function writeArchive(files: PackFiles): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const path of [...files.keys()].toSorted())
    archive.addBuffer(Buffer.from(files.get(path) ?? []), path, {
      mtime: dayZero,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  archive.end();
  return await buffer(archive.outputStream as Readable);
}
