import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { nameFault, pathIn } from './archive-names.js';
import type { PackFiles } from './pack-reader.js';

/** Why an archive is not taken; its sentence stands in the catalogues under `course-packs.archive`. */
export type ArchiveFault =
  | 'notZip'
  | 'damaged'
  | 'tooManyFiles'
  | 'fileTooLarge'
  | 'tooLarge'
  | 'encrypted'
  | 'nested'
  | 'notFile'
  | 'duplicate'
  | 'badName'
  | 'badPath';

export type ArchiveReading =
  { files: PackFiles; fault?: undefined } | { files?: undefined; fault: ArchiveFault; name: string };

const MOST_FILES = 2000;
const MOST_BYTES = 60_000_000;
const MOST_FILE_BYTES = 5_000_000;
const ZIP_BEGINS = Buffer.from('PK\u0003\u0004');

/**
 * Reads the files of a zip in memory; nothing is written to the disk. Anybody may have made it: names that lead out of
 * it, links, what unpacks to more than a course can weigh and what is not what it says it is are refused, before they
 * are unpacked wherever the archive itself tells. Rejects nothing: `fault` tells, with the name that it is about.
 */
export async function readArchive(bytes: Buffer): Promise<ArchiveReading> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  const zip = await fromBufferPromise(bytes, options).catch(() => null);
  if (!zip) return { fault: 'notZip', name: '' };
  if (zip.entryCount > MOST_FILES) return { fault: 'tooManyFiles', name: '' };
  return await new Unpacking(zip).run();
}

class Unpacking {
  private readonly files = new Map<string, Uint8Array>();
  private readonly taken = new Set<string>();
  private bytes = 0;

  constructor(private readonly zip: ZipFile) {}

  async run(): Promise<ArchiveReading> {
    let name = '';
    try {
      for await (const entry of this.zip.eachEntry()) {
        name = entry.fileNameRaw.toString('utf8');
        const fault = await this.take(entry, name);
        if (fault) return { fault, name };
      }
    } catch {
      return { fault: 'damaged', name };
    }
    return { files: withoutOuterFolder(this.files) };
  }

  private async take(entry: Entry, name: string): Promise<ArchiveFault | undefined> {
    const wrong = nameFault(entry.fileNameRaw) ?? this.sizeFault(entry) ?? kindFault(entry);
    if (wrong) return wrong;
    const path = pathIn(name);
    if (path === null) return undefined;
    if (this.taken.has(path.toLowerCase())) return 'duplicate';
    this.taken.add(path.toLowerCase());
    const content = await buffer(await this.zip.openReadStreamPromise(entry));
    if (crc32(content) !== entry.crc32) return 'damaged';
    if (content.subarray(0, ZIP_BEGINS.length).equals(ZIP_BEGINS)) return 'nested';
    this.files.set(path, content);
    return undefined;
  }

  /** By what the archive says; that no file holds more than it says is seen to while it is read. */
  private sizeFault({ uncompressedSize }: Entry): ArchiveFault | undefined {
    this.bytes += uncompressedSize;
    if (uncompressedSize > MOST_FILE_BYTES) return 'fileTooLarge';
    return this.bytes > MOST_BYTES ? 'tooLarge' : undefined;
  }
}

const FILE_KINDS = 0o170000;
const PLAIN_FILE = 0o100000;
const FOLDER = 0o040000;

/** Archives of Unix tell a file's kind above its permissions; those of others leave it at 0. */
function kindFault(entry: Entry): ArchiveFault | undefined {
  if (entry.isEncrypted()) return 'encrypted';
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KINDS;
  if (kind !== 0 && kind !== PLAIN_FILE && kind !== FOLDER) return 'notFile';
  return entry.canDecodeFileData() ? undefined : 'damaged';
}

/** Who makes an archive of a folder often gets that folder into it; the pack is what lies inside. */
function withoutOuterFolder(files: PackFiles): PackFiles {
  const [outer = ''] = [...files.keys()][0]?.split('/') ?? [];
  const isInside = [...files.keys()].every((path) => path.startsWith(`${outer}/`));
  if (!isInside || !files.has(`${outer}/course.yaml`)) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(outer.length + 1), bytes]));
}
