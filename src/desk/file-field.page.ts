import { courseFileKinds, MOST_FILE_BYTES } from '../courses/course-file-kind.js';
import type { CourseRendering } from '../courses/course-rendering.service.js';
import type { Message } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import type { AddedFile, FileRefusal } from './course-attachments.service.js';

/** What came of a file that was sent with the form, as a sentence. */
export interface FileTold {
  trouble?: string;
  done?: string;
}

/** The field of an editor by which files come beside its text, and those of the course. */
export const fileField = (
  { files }: Pick<CourseRendering, 'files'>,
  told: FileTold,
  words: Words,
  /** What becomes of the text beside it: a key of the catalogues. */
  kept: 'desk.files.keptAsDraft' | 'desk.files.keptHere',
) => ({
  accept: courseFileKinds.map((kind) => `.${kind}`).join(','),
  hint: `${words.t('desk.files.hint', limitsIn(words))} ${words.t(kept)}`,
  ...told,
  files: [...files].map(([name, { href, about }]) => ({
    href,
    about,
    markdown: `[${words.t('desk.files.describe')}](files/${name})`,
  })),
});

/** That a file is there, and how it stands to what is published. */
export const fileDone = ({ name, isReplaced }: AddedFile): Message => ({
  key: isReplaced ? 'desk.done.fileReplaced' : 'desk.done.file',
  values: { name },
});

/** Why a file was not taken, as a sentence that says what to do. */
export const fileTrouble = (refusal: FileRefusal, words: Words): string =>
  words.t(`desk.files.${refusal}`, limitsIn(words));

const limitsIn = (words: Words) => ({
  kinds: courseFileKinds.map((kind) => kind.toUpperCase()).join(', '),
  size: words.size(MOST_FILE_BYTES),
});
