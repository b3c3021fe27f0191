import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { uploadsFolder } from '../config/places.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Blob } from './blob.entity.js';
import { BlobAnswerInterceptor } from './blob-answer.interceptor.js';
import { BlobStore } from './blob-store.js';
import { BlobsService, ERASE } from './blobs.service.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { Incoming } from './incoming.js';

/** Files that people send and the product makes: received, kept, sent. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Blob])],
  providers: [
    BlobsService,
    {
      provide: Incoming,
      inject: [CONFIG],
      useFactory: (config: Config) => new Incoming(join(uploadsFolder(config), 'incoming')),
    },
    {
      provide: BlobStore,
      inject: [CONFIG, Incoming],
      useFactory: (config: Config, incoming: Incoming) => new DiskBlobStore(uploadsFolder(config), incoming),
    },
    { provide: APP_INTERCEPTOR, useClass: BlobAnswerInterceptor },
  ],
  exports: [BlobsService, BlobStore, Incoming],
})
export class UploadsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly blobs: BlobsService,
    private readonly store: BlobStore,
  ) {}

  onModuleInit(): void {
    this.handlers.registerRecurring('uploads.jobs.sweep', 60, async () => void (await this.blobs.sweep()));
    this.handlers.register<{ key: string }>(ERASE, ({ payload }) => this.store.delete(payload.key));
  }
}
