import type { CoursePack } from '../course-packs/course-pack.js';
import type { PackProblem } from '../course-packs/pack-problem.js';
import { readPack } from '../course-packs/pack-reader.js';
import { type ArchiveFault, readArchive } from '../course-packs/read-archive.js';

/** Why there is no course in what was sent: it is no zip that may be read, or its files hold problems. */
export type SentTrouble =
  { kind: 'archive'; fault: ArchiveFault; name: string } | { kind: 'files'; problems: PackProblem[] };

/** Reads the course of a zip file that anybody may have made. */
export async function sentPack(bytes: Buffer): Promise<{ kind: 'course'; pack: CoursePack } | SentTrouble> {
  const read = await readArchive(bytes);
  if (!read.files) return { kind: 'archive', fault: read.fault, name: read.name };
  const { pack, problems } = readPack(read.files);
  return pack ? { kind: 'course', pack } : { kind: 'files', problems };
}
