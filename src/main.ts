import 'reflect-metadata';
import type { LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { setUp } from './app.setup.js';
import { InvalidConfig, readConfig } from './platform/config/config.js';
import { projectRoot } from './platform/config/project-root.js';
import { demoFirst, greetDemo } from './demo-first.js';
import { migrateFirst } from './migrate-first.js';
import { endWithParent, listenUntilTold, workUntilTold } from './server.js';

const say = (line: string): void => console.log(line);

try {
  const config = readConfig(process.env, projectRoot);
  await migrateFirst(config);
  if (config.demo) await demoFirst(config, new Date(), say);
  const product = AppModule.with(config);
  const options = { logger: ['error', 'warn'] satisfies LogLevel[], abortOnError: false };
  if (config.worker === 'only') {
    workUntilTold(await NestFactory.createApplicationContext(product, options));
  } else {
    const app = await NestFactory.create<NestExpressApplication>(product, { ...options, bodyParser: false });
    await listenUntilTold(setUp(app), config);
    if (config.demo) await greetDemo(config, app.get(DataSource).manager, say);
  }
  endWithParent();
} catch (error) {
  if (!(error instanceof InvalidConfig)) throw error;
  for (const line of error.lines) console.error(line);
  process.exitCode = 1;
}
