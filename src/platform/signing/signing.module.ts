import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { openKeyRing } from './key-folder.js';
import { KeyRing } from './key-ring.js';

/** The keys that sign certificates: `SIGNING_KEY` as PEM text, else files of the data folder. */
@Global()
@Module({
  providers: [
    {
      provide: KeyRing,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => openKeyRing(join(dataDir, 'keys'), process.env['SIGNING_KEY']),
    },
  ],
  exports: [KeyRing],
})
export class SigningModule {}
