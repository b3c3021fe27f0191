import type { Readable } from 'node:stream';
import type { ReceivedFile } from './incoming.js';

/** Content that lies in the store, without a row yet. */
export interface StoredContent {
  key: string;
  sha256: string;
  bytes: number;
}

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the content of blobs lies. Keys are made by the store; nothing that a person typed becomes part of one. */
export abstract class BlobStore {
  /**
   * Keeps content for good: once this resolves it outlives a crash. A received file is moved, not copied, and is
   * gone from where it was.
   */
  abstract put(content: Readable | ReceivedFile): Promise<StoredContent>;

  /** The content, or a part of it. @throws Missing where there is none under the key. */
  abstract get(key: string, range?: ByteRange): Promise<Readable>;

  /** Forgets the content; no error where there is none. */
  abstract delete(key: string): Promise<void>;

  /** Size and age of what lies under the key, or null. */
  abstract stat(key: string): Promise<{ bytes: number; storedAt: Date } | null>;

  /** Every key, in no order, with the moment from which its content lies here. */
  abstract all(): AsyncIterable<{ key: string; storedAt: Date }>;
}
