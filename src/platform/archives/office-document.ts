import { fileTypeFromBuffer } from 'file-type';
import { isArchive, unpackArchive } from './unpack-archive.js';

/** What a worksheet or a letter of many pages needs, and a bomb does not fit into. */
const LIMITS = { files: 1000, bytes: 60_000_000, fileBytes: 30_000_000, everyPart: true };

/** Parts that run, or bring in what runs: macros, controls, foreign objects, data of other programs. */
const ACTIVE_PARTS =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|oleObject[^/]*\.bin)$|(^|\/)(activeX|embeddings|externalLinks|macrosheets|dialogsheets)\/|^(Basic|Scripts)\/|^Object /i;
const ACTIVE_RELATIONS =
  /\/(attachedTemplate|oleObject|subDocument|frame|vbaProject|aFChunk|webextension\w*)["']/i;

/** Macros and the objects of other programs lie in files of this kind, whatever they are called. */
const COMPOUND_BEGINS = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

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
  if (ACTIVE_PARTS.test(path) || isArchive(content) || isCompound(content)) return true;
  const isTypes = path.toLowerCase() === '[content_types].xml';
  if (!isTypes && !path.toLowerCase().endsWith('.rels')) return false;
  const text = textOf(content);
  return text === null || (isTypes ? /macroEnabled|vbaProject/i : ACTIVE_RELATIONS).test(text);
}

const isCompound = (content: Uint8Array): boolean =>
  COMPOUND_BEGINS.equals(content.subarray(0, COMPOUND_BEGINS.length));

/** With what is written as numbers for letters; null where it may say something else than it shows: no UTF-8, own entities. */
function textOf(content: Uint8Array): string | null {
  const text = Buffer.from(content).toString('utf8');
  if (/\0|<!DOCTYPE/i.test(text)) return null;
  return text.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_all, hex?: string, decimal?: string) =>
    letterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

const letterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
