import { DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config.js';
import { applicationSecret } from './secrets.js';

export const CONFIG = Symbol('configuration');
export const SECRET = Symbol('application secret');

/** Hands the configuration and the application secret to every feature. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: SECRET, useFactory: () => applicationSecret(config.dataDir, process.env['APP_SECRET']) },
      ],
      exports: [CONFIG, SECRET],
    };
  }
}
