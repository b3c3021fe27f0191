import type { Request } from 'express';
import type { ReceivedFile } from './incoming.js';

/** A file of a form, waiting: `Blobs.store` keeps it, otherwise it is removed when the handler is done. */
export interface ArrivedFile extends ReceivedFile {
  /** As the browser sent it; anybody may have made it up. */
  name: string;
  /** Found in the bytes; undefined where nothing is known of them. */
  type: string | undefined;
}

/** Why a file of the form did not arrive. The fields beside it did. */
export type UploadProblem =
  | { reason: 'too-large'; name: string; maxBytes: number }
  | { reason: 'too-many'; name: string; maxFiles: number }
  | { reason: 'not-stored'; name: string };

/** What came with a form besides its fields. */
export interface Upload {
  files: readonly ArrivedFile[];
  problems: readonly UploadProblem[];
}

const UPLOAD = Symbol('upload');
type Carrier = Request & { [UPLOAD]?: Upload };

export function setUpload(request: Request, upload: Upload): void {
  (request as Carrier)[UPLOAD] = upload;
}

export const uploadOf = (request: Request): Upload =>
  (request as Carrier)[UPLOAD] ?? { files: [], problems: [] };
