import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file that has come in whole and lies in the waiting room, not yet kept. */
export interface ReceivedFile {
  path: string;
  sha256: string;
  bytes: number;
}

export type Reception =
  | { kind: 'received'; file: ReceivedFile }
  | { kind: 'too-large' }
  /** The disk would not take it. */
  | { kind: 'not-stored'; error: unknown };

/** The waiting room of what is being sent: files under names of ours, removed unless the store takes them. */
export class Incoming {
  constructor(private readonly folder: string) {}

  /**
   * Writes what comes to the disk, hashing it on the way. What is too large or cannot be written is read to its end
   * all the same, so that the fields behind it in the same request are not lost.
   * @throws where the sending breaks off; nothing is left behind then.
   */
  async receive(content: Readable, maxBytes: number): Promise<Reception> {
    const writing = new Writing(join(this.folder, randomUUID()), maxBytes);
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) await writing.add(chunk);
      return await writing.end();
    } catch (error) {
      await writing.abandon();
      throw error;
    }
  }

  /** No error where the file is gone already: the store may have taken it. */
  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes what a crash left behind. @returns how many. */
  async sweep(before: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => [] as string[]);
    let removed = 0;
    for (const name of names) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (!found || found.mtime >= before) continue;
      await this.remove(path);
      removed += 1;
    }
    return removed;
  }
}

/** One file on its way to the disk; after the first fault it only counts. */
class Writing {
  private readonly hash = createHash('sha256');
  private handle: FileHandle | undefined;
  private bytes = 0;
  private fault: { error: unknown } | undefined;

  constructor(
    private readonly path: string,
    private readonly maxBytes: number,
  ) {}

  async add(chunk: Buffer): Promise<void> {
    this.bytes += chunk.length;
    if (this.fault || this.bytes > this.maxBytes) return;
    this.hash.update(chunk);
    await this.attempt(async () => (await this.opened()).appendFile(chunk));
  }

  async end(): Promise<Reception> {
    const { path, bytes } = this;
    if (bytes <= this.maxBytes) await this.attempt(async () => (await this.opened()).sync());
    await this.attempt(async () => this.handle?.close());
    if (bytes <= this.maxBytes && !this.fault)
      return { kind: 'received', file: { path, bytes, sha256: this.hash.digest('hex') } };
    await this.abandon();
    return this.fault ? { kind: 'not-stored', error: this.fault.error } : { kind: 'too-large' };
  }

  /** Leaves no trace; one that the disk insists on is the sweeper's. */
  async abandon(): Promise<void> {
    if (!this.handle) return;
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true }).catch(() => undefined);
  }

  private async opened(): Promise<FileHandle> {
    if (this.handle) return this.handle;
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    return (this.handle = await open(this.path, 'wx', 0o600));
  }

  private async attempt(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.fault ??= { error };
    }
  }
}
