import { MOST_PICTURE_BYTES } from '../../courses/picture-size.js';
import { pictureName } from '../../platform/markdown/pictures.js';
import type { PackPicture } from '../course-pack.js';
import type { PackProblems } from '../pack-problem.js';
import { svgFault } from '../svg-safety.js';

const TYPES: Record<string, { type: string; begins: readonly number[] }> = {
  svg: { type: 'image/svg+xml', begins: [] },
  png: { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  webp: { type: 'image/webp', begins: [0x52, 0x49, 0x46, 0x46] },
};

/** A picture below `pictures/`, judged by its content; `undefined`, and reported, where it may not be shown. */
export function readPicture(
  file: string,
  bytes: Uint8Array,
  problems: PackProblems,
): PackPicture | undefined {
  const name = pictureName(file);
  const kind = TYPES[name?.split('.').at(-1) ?? ''];
  if (!name || !kind) problems.report(file, 1, 'badPictureName');
  else if (bytes.length > MOST_PICTURE_BYTES)
    problems.report(file, 1, 'pictureTooLarge', { kilobytes: MOST_PICTURE_BYTES / 1000 });
  else if (!isWhatItsNameSays(bytes, kind)) problems.report(file, 1, 'badPicture');
  else return { name, type: kind.type, bytes };
  return undefined;
}

const isWhatItsNameSays = (
  bytes: Uint8Array,
  { type, begins }: { type: string; begins: readonly number[] },
) =>
  type === 'image/svg+xml'
    ? svgFault(Buffer.from(bytes).toString('utf8')) === null
    : begins.every((byte, at) => bytes[at] === byte);
