import type { Blob } from './blob.entity.js';

/** A blob as the answer to a request. */
export class BlobAnswer {
  constructor(
    readonly blob: Pick<Blob, 'key' | 'sha256' | 'bytes' | 'type'>,
    readonly name: string,
    readonly disposition: 'inline' | 'attachment',
    /** Its address holds its hash, and whoever has it may keep it. */
    readonly isImmutable = false,
  ) {}
}

/** What a browser shows by itself, without running anything of it. */
const shown = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf']);

const canBeShown = (type: string): boolean => shown.has(type);

/**
 * What a handler returns to send a file: `name` is what the file is called on the other side. `inline` opens images
 * and PDF in a frame of ours; anything else is saved all the same.
 */
export const blobAnswer = (
  blob: BlobAnswer['blob'],
  { name, disposition = 'attachment' }: { name: string; disposition?: 'inline' | 'attachment' },
): BlobAnswer => new BlobAnswer(blob, name, canBeShown(blob.type) ? disposition : 'attachment');

/** A file of ours to be saved, whatever it is, under an address that holds its hash. */
export const keptAnswer = (blob: BlobAnswer['blob'], name: string): BlobAnswer =>
  new BlobAnswer(blob, name, 'attachment', true);

/** A picture of ours, SVG among them: its content was judged before it was kept, and its address holds its hash. */
export const pictureAnswer = (blob: BlobAnswer['blob'], name: string): BlobAnswer =>
  new BlobAnswer(blob, name, 'inline', true);
