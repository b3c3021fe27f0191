import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Readable } from 'node:stream';
import { type EntityManager, In, type Repository } from 'typeorm';
import { Missing } from '../access/refusals.js';
import { Clock } from '../clock/clock.js';
import { JobsService } from '../jobs/jobs.service.js';
import { Blob } from './blob.entity.js';
import { BlobStore } from './blob-store.js';
import { Incoming } from './incoming.js';
import type { ArrivedFile } from './upload.js';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** Kind of the job that removes content; its payload is `{ key }`. */
export const ERASE = 'uploads.jobs.erase';

/** A blob whose content lies in the store and whose row is still to be written. */
export type StoredBlob = Omit<Blob, 'createdAt' | 'uploadedById'>;

/**
 * Files are kept in two steps, so that no row is ever without its file: the content first, outside any unit of work,
 * then the row in the unit of whoever refers to it. What never got its row is swept a day later.
 */
@Injectable()
export class BlobsService {
  constructor(
    @InjectRepository(Blob) private readonly blobs: Repository<Blob>,
    private readonly store: BlobStore,
    private readonly incoming: Incoming,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  /** Step one, for a file of a form. */
  async keep(file: ArrivedFile): Promise<StoredBlob> {
    return { ...(await this.store.put(file)), type: file.type ?? 'application/octet-stream' };
  }

  /** Step one, for what the product made itself. */
  async keepMade(content: Readable, type: string): Promise<StoredBlob> {
    return { ...(await this.store.put(content)), type };
  }

  /** Takes step one back, for content that gets no row. */
  async discard({ key }: Pick<StoredBlob, 'key'>): Promise<void> {
    await this.store.delete(key);
  }

  /** Step two. `uploadedById` is null for what the product made. */
  async record(manager: EntityManager, stored: StoredBlob, uploadedById: number | null): Promise<Blob> {
    const known = await manager.findOneBy(Blob, { key: stored.key }); // the unit may be repeated after it succeeded
    return (
      known ??
      (await manager.save(manager.create(Blob, { ...stored, uploadedById, createdAt: this.clock.now() })))
    );
  }

  /** Forgets a blob for good: the row in this unit, the content right after it. */
  async erase(manager: EntityManager, key: string): Promise<void> {
    await manager.delete(Blob, { key });
    await this.jobs.add(manager, { kind: ERASE, dedupeKey: `${ERASE}:${key}`, payload: { key } });
  }

  /** @throws Missing */
  async find(key: string): Promise<Blob> {
    const blob = await this.blobs.findOneBy({ key });
    if (!blob) throw new Missing('blob');
    return blob;
  }

  /** The content, for readers inside the product; answers use `blobAnswer`. */
  async read(blob: Pick<Blob, 'key'>): Promise<Readable> {
    return await this.store.get(blob.key);
  }

  /** Removes content that has had a day to get a row and has none, and sendings that a crash cut short. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - DAY_MS);
    let removed = await this.incoming.sweep(before);
    let batch: string[] = [];
    for await (const { key, storedAt } of this.store.all()) {
      if (storedAt < before) batch.push(key);
      if (batch.length < BATCH) continue;
      removed += await this.removeOrphans(batch);
      batch = [];
    }
    return removed + (await this.removeOrphans(batch));
  }

  private async removeOrphans(keys: string[]): Promise<number> {
    if (keys.length === 0) return 0;
    const rows = await this.blobs.find({ select: { key: true }, where: { key: In(keys) } });
    const known = new Set(rows.map(({ key }) => key));
    const orphans = keys.filter((key) => !known.has(key));
    for (const key of orphans) await this.store.delete(key);
    return orphans.length;
  }
}
