import type { RequestHandler, Response } from 'express';
import { gzipSync } from 'node:zlib';
import { takesCoding } from './content-coding.js';

/** A shorter answer fits into one packet as it is. */
const LEAST_BYTES = 1024;
const LIKE_TEXT = /^text\/|^application\/json|^image\/svg/;

type End = (...parts: unknown[]) => Response;

/**
 * Compresses texts that are sent in one piece, as pages and JSON are, and does so on the spot: for a page that takes
 * 0.05 ms, and a stream with its events and its thread several times as long. Brotli would make a page 1 to 6 % smaller
 * for twice the CPU; our files, which are compressed once, are sent in it. What goes out piece by piece passes.
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
    const plain = typeof body === 'string' ? Buffer.from(body, encoding as BufferEncoding) : body;
    if (!Buffer.isBuffer(plain) || plain.length < LEAST_BYTES) return end(...parts);
    if (!takesCoding('gzip', request.get('accept-encoding'))) return end(...parts);
    const packed = gzipSync(plain);
    response.set({ 'Content-Encoding': 'gzip', 'Content-Length': String(packed.length) });
    return end(packed);
  };
  next();
};
