/**
 * The kinds of file that an assignment may ask for, each with the content types by which it is known and the ending
 * that its name gets. The type is found in the bytes; the name that came with them says nothing.
 *
 * Not here, on purpose: archives (the desk cannot show what is in one, and unpacking is a risk), Office files with
 * macros, and formats before 2007, which may hide macros.
 */
export const FILE_KINDS = {
  pdf: { types: ['application/pdf'], ending: 'pdf' },
  jpg: { types: ['image/jpeg'], ending: 'jpg' },
  png: { types: ['image/png'], ending: 'png' },
  webp: { types: ['image/webp'], ending: 'webp' },
  heic: { types: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'], ending: 'heic' },
  docx: {
    types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ending: 'docx',
  },
  xlsx: { types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ending: 'xlsx' },
  pptx: {
    types: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ending: 'pptx',
  },
  mp4: { types: ['video/mp4'], ending: 'mp4' },
  mov: { types: ['video/quicktime'], ending: 'mov' },
  m4a: { types: ['audio/x-m4a', 'audio/mp4'], ending: 'm4a' },
  mp3: { types: ['audio/mpeg'], ending: 'mp3' },
  ogg: { types: ['audio/ogg', 'audio/ogg; codecs=opus'], ending: 'ogg' },
} as const satisfies Record<string, { types: readonly string[]; ending: string }>;

export type FileKind = keyof typeof FILE_KINDS;

export const isFileKind = (kind: unknown): kind is FileKind =>
  typeof kind === 'string' && Object.hasOwn(FILE_KINDS, kind);

/** What an assignment takes; sizes in bytes. */
export interface AcceptedFiles {
  kinds: readonly FileKind[];
  maxFiles: number;
  maxBytes: number;
}

/** Documents and photos, five of at most 10 MB: what a phone makes and a slow line carries. */
export const USUAL_FILES: AcceptedFiles = {
  kinds: ['pdf', 'jpg', 'png', 'webp', 'heic', 'docx', 'xlsx', 'pptx'],
  maxFiles: 5,
  maxBytes: 10_000_000,
};

export type FileRefusal =
  | { reason: 'empty-file' }
  | { reason: 'unknown-content'; accepted: readonly FileKind[] }
  | { reason: 'kind-not-accepted'; kind: FileKind; accepted: readonly FileKind[] }
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
  const { kinds, maxFiles, maxBytes } = accepted;
  if (kept >= maxFiles) return { refusal: { reason: 'too-many', maxFiles } };
  if (file.bytes === 0) return { refusal: { reason: 'empty-file' } };
  if (file.bytes > maxBytes) return { refusal: { reason: 'too-large', maxBytes } };
  const kind = kindOf(file.type);
  if (!kind) return { refusal: { reason: 'unknown-content', accepted: kinds } };
  return kinds.includes(kind)
    ? { kind }
    : { refusal: { reason: 'kind-not-accepted', kind, accepted: kinds } };
}

/** The kind that a content type belongs to, or `undefined`. */
export function kindOf(type: string | undefined): FileKind | undefined {
  return Object.keys(FILE_KINDS)
    .filter(isFileKind)
    .find((kind) => FILE_KINDS[kind].types.some((known) => known === type));
}
