import { randomUUID } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import type { Config } from '../config/config.js';

export const LOGGER = Symbol('logger');

/** One JSON line an event; never a password, a token, a cookie or a form's content. */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    serializers: { err: told },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A path without its query; what is long enough to be a secret address in it is left out. */
export const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(/[\w-]{20,}/g, '…');

/** Of an error what helps to find it. Not its own fields: those of a query hold what people typed. */
function told(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name: type, message, stack, cause } = error;
  const code: unknown = Reflect.get(error, 'code');
  return {
    type,
    message,
    stack,
    ...(code === undefined ? {} : { code }),
    ...(cause === undefined ? {} : { cause: told(cause) }),
  };
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
        path: loggedPath(request.url),
      }),
      err: told,
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
  });
}
