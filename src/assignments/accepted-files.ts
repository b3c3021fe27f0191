import type { AssignmentContent } from '../courses/activity-content.js';

/**
 * The kinds of file that an assignment may ask for, by the ending that their names get, each with the content
 * types by which it is known. The type is found in the bytes; the name that came with them says nothing.
 *
 * Not here, on purpose: archives (the desk cannot show what is in one, and unpacking is a risk), Office files with
 * macros, and formats before 2007, which may hide macros.
 */
export const FILE_KINDS = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  png: ['image/png'],
  webp: ['image/webp'],
  heic: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  mp4: ['video/mp4'],
  mov: ['video/quicktime'],
  m4a: ['audio/x-m4a', 'audio/mp4'],
  mp3: ['audio/mpeg'],
  ogg: ['audio/ogg', 'audio/ogg; codecs=opus'],
} as const satisfies Record<string, readonly string[]>;

export type FileKind = keyof typeof FILE_KINDS;

/** All of them, in the order in which they are named to people. */
export const fileKinds = Object.keys(FILE_KINDS) as [FileKind, ...FileKind[]];

/** What an assignment takes; kinds by their name, sizes in bytes. */
export type AcceptedFiles = Pick<AssignmentContent, 'accepts' | 'maxFiles' | 'maxBytes'>;

export type FileRefusal =
  | { reason: 'empty-file' }
  | { reason: 'unknown-content'; accepted: readonly string[] }
  | { reason: 'kind-not-accepted'; kind: FileKind; accepted: readonly string[] }
  | { reason: 'too-large'; maxBytes: number }
  | { reason: 'too-many'; maxFiles: number };

/** A file that arrived: the type found in its bytes (`undefined` where none was), and its size. */
export interface ArrivedFile {
  type: string | undefined;
  bytes: number;
}

/**
 * May this file join those that are kept already? Gives its kind, or the first reason against it. `kept` counts the
 * files of the submission without this one.
 */
export function decideFile(
  file: ArrivedFile,
  kept: number,
  accepted: AcceptedFiles,
): { kind: FileKind } | { refusal: FileRefusal } {
  const { accepts, maxFiles, maxBytes } = accepted;
  if (kept >= maxFiles) return { refusal: { reason: 'too-many', maxFiles } };
  if (file.bytes === 0) return { refusal: { reason: 'empty-file' } };
  if (file.bytes > maxBytes) return { refusal: { reason: 'too-large', maxBytes } };
  const kind = kindOf(file.type);
  if (!kind) return { refusal: { reason: 'unknown-content', accepted: accepts } };
  return accepts.includes(kind)
    ? { kind }
    : { refusal: { reason: 'kind-not-accepted', kind, accepted: accepts } };
}

/** The kind that a content type belongs to, or `undefined`. */
export function kindOf(type: string | undefined): FileKind | undefined {
  return fileKinds.find((kind) => FILE_KINDS[kind].some((known) => known === type));
}
