import { Global, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { projectRoot } from '../config/project-root.js';
import { loadCatalogues } from './catalogues.js';
import { Dictionary } from './words.js';

@Global()
@Module({
  providers: [
    {
      provide: Dictionary,
      inject: [CONFIG],
      useFactory: (config: Config) => new Dictionary(loadCatalogues(projectRoot), config.timeZone),
    },
  ],
  exports: [Dictionary],
})
export class I18nModule {}
