import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { nameFault, pathIn } from './archive-names.js';

/** Why an archive is not unpacked. */
export type UnpackingFault =
  | 'notZip'
  | 'damaged'
  | 'tooManyFiles'
  | 'fileTooLarge'
  | 'tooLarge'
  | 'encrypted'
  | 'notFile'
  | 'duplicate'
  | 'badName'
  | 'badPath';

/** The files by path from the archive's root, or why there are none and the name that it is about. */
export type Unpacked<Fault = UnpackingFault> =
  | { files: ReadonlyMap<string, Uint8Array>; fault?: undefined }
  | { files?: undefined; fault: Fault; name: string };

export interface UnpackingLimits {
  files: number;
  /** Of all files together, unpacked. */
  bytes: number;
  /** Of one file, unpacked. */
  fileBytes: number;
  /** Hidden files too: who opens the archive with a program of their own gets all of it. */
  everyPart?: boolean;
}

const ZIP_BEGINS = Buffer.from('PK\u0003\u0004');

/** Whether it is an archive, as documents of offices are too. */
export const isArchive = (bytes: Uint8Array): boolean =>
  ZIP_BEGINS.equals(bytes.subarray(0, ZIP_BEGINS.length));

/**
 * Reads the files of a zip in memory; nothing is written to the disk. Anybody may have made it: names that lead out of
 * it, links, what unpacks to more than the limits and what is not what it says it is are refused, before they are
 * unpacked wherever the archive itself tells. Rejects nothing: `fault` tells.
 */
export async function unpackArchive(bytes: Buffer, limits: UnpackingLimits): Promise<Unpacked> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  const zip = await fromBufferPromise(bytes, options).catch(() => null);
  if (!zip) return { fault: 'notZip', name: '' };
  if (zip.entryCount > limits.files) return { fault: 'tooManyFiles', name: '' };
  return await new Unpacking(zip, limits).run();
}

class Unpacking {
  private readonly files = new Map<string, Uint8Array>();
  private readonly taken = new Set<string>();
  private bytes = 0;

  constructor(
    private readonly zip: ZipFile,
    private readonly limits: UnpackingLimits,
  ) {}

  async run(): Promise<Unpacked> {
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
    return { files: this.files };
  }

  private async take(entry: Entry, name: string): Promise<UnpackingFault | undefined> {
    const wrong = nameFault(entry.fileNameRaw) ?? this.sizeFault(entry) ?? kindFault(entry);
    if (wrong) return wrong;
    const path = this.limits.everyPart && !name.endsWith('/') ? name : pathIn(name);
    if (path === null) return undefined;
    if (this.taken.has(path.toLowerCase())) return 'duplicate';
    this.taken.add(path.toLowerCase());
    const content = await buffer(await this.zip.openReadStreamPromise(entry));
    if (crc32(content) !== entry.crc32) return 'damaged';
    this.files.set(path, content);
    return undefined;
  }

  /** By what the archive says; that no file holds more than it says is seen to while it is read. */
  private sizeFault({ uncompressedSize }: Entry): UnpackingFault | undefined {
    this.bytes += uncompressedSize;
    if (uncompressedSize > this.limits.fileBytes) return 'fileTooLarge';
    return this.bytes > this.limits.bytes ? 'tooLarge' : undefined;
  }
}

const FILE_KINDS = 0o170000;
const PLAIN_FILE = 0o100000;
const FOLDER = 0o040000;

/** Archives of Unix tell a file's kind above its permissions; those of others leave it at 0. */
function kindFault(entry: Entry): UnpackingFault | undefined {
  if (entry.isEncrypted()) return 'encrypted';
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KINDS;
  if (kind !== 0 && kind !== PLAIN_FILE && kind !== FOLDER) return 'notFile';
  return entry.canDecodeFileData() ? undefined : 'damaged';
}
