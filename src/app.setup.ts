import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, urlencoded } from 'express';
import type { Config } from './platform/config/config.js';
import { CONFIG } from './platform/config/config.module.js';
import { HealthEndpoints } from './platform/health/health-endpoints.js';
import { Metrics } from './platform/health/metrics.js';
import { LOGGER, requestLogger } from './platform/logging/logger.js';
import { Assets } from './platform/web/assets.js';
import { compress } from './platform/web/compress.js';
import { securityHeaders } from './platform/web/headers.js';
import { slowBodies } from './platform/web/slow-bodies.js';
import { VisitMiddleware } from './platform/web/visit.middleware.js';

/** What comes before the handlers, in order. The server and the tests use the same. */
export function setUp(app: NestExpressApplication): NestExpressApplication {
  const config = app.get<Config>(CONFIG);
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(app.get(Assets).handler());
  app.use(app.get(HealthEndpoints).handler);
  app.use(app.get(Metrics).measure);
  app.use(requestLogger(app.get(LOGGER)));
  app.use(securityHeaders(config.baseUrl));
  app.use(compress);
  app.use(slowBodies());
  app.use(urlencoded({ extended: false, limit: '512kb', parameterLimit: 3000 }));
  app.use(json({ limit: '64kb' }));
  app.use(app.get(VisitMiddleware).use);
  return app;
}
