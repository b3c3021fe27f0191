import type { RequestHandler, Response } from 'express';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bestCoding, type Coding } from './content-coding.js';

/** A shorter answer fits into one packet as it is. */
const LEAST_BYTES = 1024;
const LIKE_TEXT = /^text\/|^application\/json|^image\/svg/;

const packers: Record<Coding, (body: Buffer) => Buffer> = {
  br: (body) =>
    brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_LGWIN]: 16,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => gzipSync(body),
};

type End = (...parts: unknown[]) => Response;

/**
 * Compresses texts that are sent in one piece, as pages and JSON are, and does so on the spot: for a page that takes
 * 0.05 ms, and a stream with its events and its thread several times as long. What goes out piece by piece passes.
 */
export const compress: RequestHandler = (request, response, next) => {
  const end: End = response.end.bind(response) as End;
  response.end = (...parts: unknown[]): Response => {
    const [body, encoding] = parts;
    if (
      response.headersSent ||
      typeof encoding === 'function' ||
      !LIKE_TEXT.test(response.get('Content-Type') ?? '')
    )
      return end(...parts);
    response.vary('Accept-Encoding');
    if (request.method === 'HEAD' || response.get('Content-Encoding')) return end(...parts);
    const coding = bestCoding(request.get('accept-encoding'));
    const plain = typeof body === 'string' ? Buffer.from(body, encoding as BufferEncoding) : body;
    if (!coding || !Buffer.isBuffer(plain) || plain.length < LEAST_BYTES) return end(...parts);
    const packed = packers[coding](plain);
    response.set({ 'Content-Encoding': coding, 'Content-Length': String(packed.length) });
    return end(packed);
  };
  next();
};
