import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';

const SAMPLE_BYTES = 64 * 1024;

/**
 * The type of a file by its bytes, whatever its name says: `text/plain` for readable UTF-8 that is nothing else, HTML
 * included; undefined where nothing is known of it.
 */
export async function contentTypeOf(path: string): Promise<string | undefined> {
  const found = await fileTypeFromFile(path).catch(() => undefined); // what pretends to be a format and breaks it has none
  return found?.mime ?? ((await isText(path)) ? 'text/plain' : undefined);
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(SAMPLE_BYTES) });
    return bytesRead > 0 && readsAsText(buffer.subarray(0, bytesRead), bytesRead === SAMPLE_BYTES);
  } finally {
    await file.close();
  }
}

/** `cut`: the sample may end in the middle of a letter. */
export function readsAsText(sample: Uint8Array, cut: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: cut });
    // oxlint-disable-next-line no-control-regex -- the characters that tell binary content from text
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}
