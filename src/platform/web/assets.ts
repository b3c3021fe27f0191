import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler, Response } from 'express';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bestCoding } from './content-coding.js';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  type: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

const ROOT = '/assets/';

/** No page of ours ends like a file of `public/`: whoever asks for such a one is a machine. */
const isLikeAsset = (path: string): boolean => extname(path) in types || extname(path) === '.map';

/** For machines: nobody is looked up, no cookie is set, no page is made. */
export function notHere(response: Response): void {
  response.status(404).set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  response.type('text/plain').send('404 Not Found');
}

/**
 * The files of `public/` under names that change with their content, so that browsers may keep them for ever.
 * Scripts name each other by `./name.js`; those names are rewritten too. Held in memory, compressed once.
 */
export class Assets {
  private readonly names = new Map<string, string>();
  private readonly served = new Map<string, Asset>();

  constructor(folder: string) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => extname(file) in types,
    );
    const importsLast = files.toSorted(
      (a, b) => Number(importsOthers(folder, a)) - Number(importsOthers(folder, b)),
    );
    for (const file of importsLast) this.add(file.replaceAll('\\', '/'), readFileSync(join(folder, file)));
  }

  /** The address of a file of `public/`. @throws where there is none, so that a typing error shows in any test. */
  url(file: string): string {
    const name = this.names.get(file);
    if (!name) throw new Error(`public/${file} does not exist`);
    return ROOT + name;
  }

  handler(): RequestHandler {
    return (request, response, next) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return next();
      if (!request.path.startsWith(ROOT)) return isLikeAsset(request.path) ? notHere(response) : next();
      const asset = this.served.get(request.path.slice(ROOT.length));
      if (!asset) return notHere(response);
      const coding = bestCoding(request.get('accept-encoding'));
      response.set({
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Accept-Encoding',
      });
      if (coding) response.set('Content-Encoding', coding);
      response.end(coding ? asset[coding] : asset.plain);
    };
  }

  private add(file: string, content: Buffer): void {
    const text =
      extname(file) === '.js' ? Buffer.from(this.withHashedImports(content.toString('utf8'))) : content;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10);
    const extension = extname(file);
    const name = `${file.slice(0, -extension.length)}.${hash}${extension}`;
    this.names.set(file, name);
    this.served.set(name, {
      type: types[extension] ?? 'application/octet-stream',
      plain: text,
      br: brotliCompressSync(text),
      gzip: gzipSync(text),
    });
  }

  private withHashedImports(script: string): string {
    return script.replaceAll(
      /from '\.\/([\w-]+\.js)'/g,
      (_, file: string) => `from '${this.url(`scripts/${file}`)}'`,
    );
  }
}

function importsOthers(folder: string, file: string): boolean {
  return extname(file) === '.js' && /from '\.\//.test(readFileSync(join(folder, file), 'utf8'));
}
