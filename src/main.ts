import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { setUp } from './app.setup.js';
import { InvalidConfig, readConfig } from './platform/config/config.js';
import { projectRoot } from './platform/config/project-root.js';
import { migrateFirst } from './migrate-first.js';
import { endWithParent, listenUntilTold } from './server.js';

try {
  const config = readConfig(process.env, projectRoot);
  await migrateFirst(config);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await listenUntilTold(setUp(app), config);
  endWithParent();
} catch (error) {
  if (!(error instanceof InvalidConfig)) throw error;
  for (const line of error.lines) console.error(line);
  process.exitCode = 1;
}
