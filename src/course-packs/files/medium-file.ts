import { COURSE_FILE_TYPES, MOST_FILE_BYTES } from '../../courses/course-file-kind.js';
import { LONGEST_MEDIUM_NAME } from '../../courses/course-medium.js';
import { MOST_PICTURE_BYTES } from '../../courses/picture-size.js';
import { fileName } from '../../platform/markdown/files.js';
import { pictureName } from '../../platform/markdown/pictures.js';
import type { PackMedium } from '../course-pack.js';
import type { PackProblemCode, PackProblems } from '../pack-problem.js';
import { svgFault } from '../svg-safety.js';

/** What lies in one folder beside the texts. */
export interface MediaFolder {
  name: 'pictures' | 'files';
  /** The name by which texts refer to it; undefined where they could not. */
  nameOf: (path: string) => string | undefined;
  /** By ending. */
  types: Readonly<Record<string, string>>;
  mostBytes: number;
  problems: Record<'name' | 'content' | 'size' | 'unused', PackProblemCode>;
}

export const PICTURES: MediaFolder = {
  name: 'pictures',
  nameOf: pictureName,
  types: { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' },
  mostBytes: MOST_PICTURE_BYTES,
  problems: {
    name: 'badPictureName',
    content: 'badPicture',
    size: 'pictureTooLarge',
    unused: 'pictureUnused',
  },
};

/** That a document is one, and a plain one, has been judged where the files of the pack were read. */
export const FILES: MediaFolder = {
  name: 'files',
  nameOf: fileName,
  types: COURSE_FILE_TYPES,
  mostBytes: MOST_FILE_BYTES,
  problems: {
    name: 'badAttachmentName',
    content: 'badAttachment',
    size: 'attachmentTooLarge',
    unused: 'attachmentUnused',
  },
};

/** A picture or a file, judged by its content; `undefined`, and reported, where it may not be shown or given away. */
export function readMedium(
  folder: MediaFolder,
  path: string,
  bytes: Uint8Array,
  problems: PackProblems,
): PackMedium | undefined {
  const name = folder.nameOf(path);
  const type = folder.types[name?.split('.').at(-1) ?? ''];
  if (!name || !type || name.length > LONGEST_MEDIUM_NAME) problems.report(path, 1, folder.problems.name);
  else if (bytes.length > folder.mostBytes)
    problems.report(path, 1, folder.problems.size, { kilobytes: folder.mostBytes / 1000 });
  else if (!isOfType(bytes, type)) problems.report(path, 1, folder.problems.content);
  else return { name, type, bytes };
  return undefined;
}

const BEGINS: Readonly<Record<string, string>> = {
  'image/png': '\u0089PNG',
  'image/jpeg': '\u00ff\u00d8\u00ff',
  'image/webp': 'RIFF',
  'application/pdf': '%PDF-',
};
const ARCHIVE_BEGINS = 'PK\u0003\u0004';

function isOfType(bytes: Uint8Array, type: string): boolean {
  const content = Buffer.from(bytes);
  if (type === 'image/svg+xml') return svgFault(content.toString('utf8')) === null;
  return content
    .subarray(0, 8)
    .toString('latin1')
    .startsWith(BEGINS[type] ?? ARCHIVE_BEGINS);
}
