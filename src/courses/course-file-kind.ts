/** Bytes that a file beside a text may have: what learners save is for the wifi of the campus, not for the road. */
export const MOST_FILE_BYTES = 5_000_000;

/**
 * The kinds of files that texts may give to save, by the ending of their names, with the type that their bytes show.
 * Not here, on purpose: archives, Office files with macros, and formats before 2007, which may hide macros.
 */
export const COURSE_FILE_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const satisfies Record<string, string>;

export type CourseFileKind = keyof typeof COURSE_FILE_TYPES;

export const courseFileKinds = Object.keys(COURSE_FILE_TYPES) as CourseFileKind[];

export const kindOfType = (type: string | undefined): CourseFileKind | undefined =>
  courseFileKinds.find((kind) => COURSE_FILE_TYPES[kind] === type);

const DOCUMENTS: readonly CourseFileKind[] = ['xlsx', 'docx', 'ods', 'odt'];

/** The type of a document of an office, an archive inside, by the ending of its name; undefined for all else. */
export function documentTypeOf(name: string): string | undefined {
  const kind = DOCUMENTS.find((kind) => name.endsWith(`.${kind}`));
  return kind && COURSE_FILE_TYPES[kind];
}

/** "PDF, 240 kB" */
export const aboutFile = (
  { name, bytes }: { name: string; bytes: number },
  words: { size(bytes: number): string },
): string => `${(name.split('.').at(-1) ?? '').toUpperCase()}, ${words.size(bytes)}`;
