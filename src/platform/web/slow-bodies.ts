import type { RequestHandler } from 'express';

interface Pace {
  /** A form has so long to arrive whole. */
  formMs: number;
  /** Files may take their time, but so many bytes have to come in each stretch of so long. */
  stretchMs: number;
  bytes: number;
}

/** Files over a line of 32 kbit/s come fifteen times as fast. */
const usual: Pace = { formMs: 60_000, stretchMs: 60_000, bytes: 16 * 1024 };

/**
 * Breaks off requests whose body does not come forward, so that nobody holds connections for nothing; one time limit
 * for all requests would cut off a phone that sends a large file over a slow line.
 */
export function slowBodies(pace = usual): RequestHandler {
  return (request, _response, next) => {
    if (request.headers['content-length'] === undefined && !request.headers['transfer-encoding'])
      return next();
    const { socket } = request;
    const breakOff = (): void => void socket.destroy();
    let before = socket.bytesRead;
    const check = (): void => {
      if (socket.bytesRead - before < pace.bytes) breakOff();
      before = socket.bytesRead;
    };
    const isUpload = request.is('multipart/form-data') !== false;
    const timer = isUpload ? setInterval(check, pace.stretchMs) : setTimeout(breakOff, pace.formMs);
    for (const over of ['end', 'close']) request.once(over, () => clearTimeout(timer));
    next();
  };
}
