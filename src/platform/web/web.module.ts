import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { join } from 'node:path';
import { AccessGuard } from '../access/access.guard.js';
import type { Config } from '../config/config.js';
import { CONFIG, SECRET } from '../config/config.module.js';
import { projectRoot } from '../config/project-root.js';
import { createLogger, LOGGER } from '../logging/logger.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { Assets } from './assets.js';
import { Cookies } from './cookies.js';
import { Csrf } from './csrf.js';
import { CsrfGuard } from './csrf.guard.js';
import { ErrorsFilter } from './errors.filter.js';
import { LanguagesController } from './languages.controller.js';
import { Renderer } from './renderer.js';
import { Views } from './views.js';
import { VisitMiddleware } from './visit.middleware.js';

/** What stands between a request and a handler, and between a handler's answer and the response. */
@Global()
@Module({
  controllers: [LanguagesController],
  providers: [
    { provide: Assets, useFactory: () => new Assets(join(projectRoot, 'public')) },
    { provide: Cookies, inject: [CONFIG], useFactory: (config: Config) => new Cookies(config.baseUrl) },
    { provide: Csrf, inject: [SECRET], useFactory: (secret: Buffer) => new Csrf(secret) },
    { provide: LOGGER, inject: [CONFIG], useFactory: createLogger },
    {
      provide: Views,
      inject: [CONFIG, Assets],
      useFactory: (config: Config, assets: Assets) =>
        new Views(join(projectRoot, 'views'), assets, config.cacheViews),
    },
    Renderer,
    VisitMiddleware,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ErrorsFilter },
  ],
  exports: [Assets, Cookies, Csrf, LOGGER, Renderer, VisitMiddleware],
})
export class WebModule {}
