import { documentTypeOf } from '../courses/course-file-kind.js';
import { documentFault } from '../platform/archives/office-document.js';
import {
  isArchive,
  unpackArchive,
  type Unpacked,
  type UnpackingFault,
} from '../platform/archives/unpack-archive.js';
import type { PackFiles } from './pack-reader.js';

/** Why an archive is not taken; its sentence stands in the catalogues under `course-packs.archive`. */
export type ArchiveFault = UnpackingFault | 'nested' | 'badDocument' | 'activeDocument';

export type ArchiveReading = Unpacked<ArchiveFault>;

const LIMITS = { files: 2000, bytes: 60_000_000, fileBytes: 5_000_000 };

/** Reads the files of a pack from a zip. Anybody may have made it; see `unpackArchive`. Rejects nothing. */
export async function readArchive(bytes: Buffer): Promise<ArchiveReading> {
  const unpacked = await unpackArchive(bytes, LIMITS);
  if (!unpacked.files) return unpacked;
  const files = withoutOuterFolder(unpacked.files);
  const nested = [...files].find(([path, content]) => isArchive(content) && !documentIn(path));
  return nested ? { fault: 'nested', name: nested[0] } : await withPlainDocuments(files);
}

const FAULTS = { notDocument: 'badDocument', active: 'activeDocument' } as const;

/** Only there may an archive lie that is a document. */
const documentIn = (path: string): string | undefined =>
  path.startsWith('files/') ? documentTypeOf(path) : undefined;

/** The same files, unless a document among them is none, or more than one. */
export async function withPlainDocuments(files: PackFiles): Promise<ArchiveReading> {
  for (const [name, content] of files) {
    const type = documentIn(name);
    const fault = type && (await documentFault(Buffer.from(content), type));
    if (fault) return { fault: FAULTS[fault], name };
  }
  return { files };
}

/** Who makes an archive of a folder often gets that folder into it; the pack is what lies inside. */
function withoutOuterFolder(files: PackFiles): PackFiles {
  const [outer = ''] = [...files.keys()][0]?.split('/') ?? [];
  const isInside = [...files.keys()].every((path) => path.startsWith(`${outer}/`));
  if (!isInside || !files.has(`${outer}/course.yaml`)) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(outer.length + 1), bytes]));
}
