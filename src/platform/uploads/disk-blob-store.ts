import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Missing } from '../access/refusals.js';
import { BlobStore, type ByteRange, type StoredContent } from './blob-store.js';
import { Incoming, type ReceivedFile } from './incoming.js';

/**
 * Blobs as files of one folder: `ab/cd/abcd…` under random names of ours, in two levels so that no folder grows
 * large. A file appears there whole and on the disk, or not at all.
 */
export class DiskBlobStore extends BlobStore {
  constructor(
    private readonly folder: string,
    private readonly incoming: Incoming,
  ) {
    super();
  }

  async put(content: Readable | ReceivedFile): Promise<StoredContent> {
    const { path, sha256, bytes } = content instanceof Readable ? await this.receive(content) : content;
    const key = randomBytes(16).toString('hex');
    await moveForGood(path, this.path(key), this.folder);
    return { key, sha256, bytes };
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    if (!(await this.stat(key))) throw new Missing('blob');
    return createReadStream(this.path(key), range ?? {});
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async stat(key: string): Promise<{ bytes: number; storedAt: Date } | null> {
    const found = await stat(this.path(key)).catch(ignoreMissing);
    return found ? { bytes: found.size, storedAt: found.mtime } : null;
  }

  async *all(): AsyncIterable<{ key: string; storedAt: Date }> {
    for (const first of await foldersIn(this.folder)) {
      for (const second of await foldersIn(join(this.folder, first))) {
        for (const key of await readdir(join(this.folder, first, second))) {
          const found = isKey(key) ? await this.stat(key) : null;
          if (found) yield { key, storedAt: found.storedAt };
        }
      }
    }
  }

  private path(key: string): string {
    if (!isKey(key)) throw new Missing('blob');
    return join(this.folder, key.slice(0, 2), key.slice(2, 4), key);
  }

  private async receive(content: Readable): Promise<ReceivedFile> {
    const reception = await this.incoming.receive(content, Number.POSITIVE_INFINITY);
    if (reception.kind === 'received') return reception.file;
    throw new Error('the content could not be stored', { cause: reception });
  }
}

const isKey = (name: string): boolean => /^[0-9a-f]{32}$/.test(name);

const foldersIn = async (folder: string): Promise<string[]> =>
  ((await readdir(folder).catch(ignoreMissing)) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name));

/** Moves a file whose content is on the disk, and returns when the disk also knows its new name. */
async function moveForGood(from: string, to: string, root: string): Promise<void> {
  const madeFolders = await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  await syncFolder(dirname(to));
  if (!madeFolders) return;
  await syncFolder(dirname(dirname(to)));
  await syncFolder(root);
}

/** Windows has no way to do this, and no need: it writes names at once. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
