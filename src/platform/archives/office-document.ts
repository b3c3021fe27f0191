import { fileTypeFromBuffer } from 'file-type';
import { isArchive, unpackArchive } from './unpack-archive.js';

/** What a worksheet or a letter of many pages needs, and a bomb does not fit into. */
const LIMITS = { files: 1000, bytes: 60_000_000, fileBytes: 30_000_000 };

/** Parts that run, or bring in what runs: macros, controls, foreign objects, data of other programs. */
const ACTIVE_PARTS =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|oleObject[^/]*\.bin)$|(^|\/)(activeX|embeddings|externalLinks|macrosheets|dialogsheets)\/|^(Basic|Scripts)\/|^Object /i;
const ACTIVE_RELATIONS = /\/(attachedTemplate|oleObject|subDocument|frame|vbaProject)"/i;

type DocumentFault = 'notDocument' | 'active';

/**
 * Why a file is not a plain document of the type (Office since 2007, OpenDocument): anything else, what unpacks to
 * more than a document can be, or what is more than text, numbers and pictures. Null where it is one.
 */
export async function documentFault(bytes: Buffer, type: string): Promise<DocumentFault | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found?.mime !== type) return 'notDocument';
  const { files } = await unpackArchive(bytes, LIMITS);
  if (!files) return 'notDocument';
  return [...files].some(([path, content]) => isActive(path, content)) ? 'active' : null;
}

function isActive(path: string, content: Uint8Array): boolean {
  if (ACTIVE_PARTS.test(path) || isArchive(content)) return true;
  if (path === '[Content_Types].xml') return /macroEnabled|vbaProject/i.test(textOf(content));
  return path.endsWith('.rels') && ACTIVE_RELATIONS.test(textOf(content));
}

const textOf = (content: Uint8Array): string => Buffer.from(content).toString('utf8');
