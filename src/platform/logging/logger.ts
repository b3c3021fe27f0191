import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import type { Config } from '../config/config.js';

export const LOGGER = Symbol('logger');

/** One JSON line an event; never a password, a token, a cookie or a form's content. */
export function createLogger(config: Config): Logger {
  return pino({
    level: config.logLevel,
    base: null,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
  });
}

/** Logs each request with its id when it ends; the id also stands in the response and on every error page. */
export function requestLogger(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID().slice(0, 13);
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
  });
}
