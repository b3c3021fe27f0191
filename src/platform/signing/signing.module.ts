import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { keysFolder } from '../config/places.js';
import { openKeyRing } from './key-folder.js';
import { KeyRing } from './key-ring.js';

/** The keys that sign certificates: `SIGNING_KEY` as PEM text, else files of the data folder. */
@Global()
@Module({
  providers: [
    {
      provide: KeyRing,
      inject: [CONFIG],
      useFactory: (config: Config) =>
        openKeyRing(keysFolder(config), config.demo ? undefined : process.env['SIGNING_KEY']),
    },
  ],
  exports: [KeyRing],
})
export class SigningModule {}
