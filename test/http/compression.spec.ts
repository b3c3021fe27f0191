import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let address: string;

beforeAll(async () => {
  app = await startApp();
  address = `http://127.0.0.1:${await app.listen()}`;
});
afterAll(() => app.close());

/** What goes over the wire, for a browser that takes these codings. */
async function bytesOf(path: string, accepted: string, method = 'GET') {
  return await new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const headers = { 'Accept-Encoding': accepted, Cookie: `guest=${'a'.repeat(22)}` };
    const asked = request(address + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });
}

describe('a page', () => {
  it('is the same compressed or not, and says how long it is', async () => {
    const plain = await bytesOf('/sign-in', 'identity');
    const gzip = await bytesOf('/sign-in', 'gzip, deflate');
    const refused = await bytesOf('/sign-in', 'gzip;q=0, br');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(refused.headers['content-encoding']).toBeUndefined();
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(refused.body).toEqual(plain.body);
    for (const { headers, body } of [plain, gzip, refused]) {
      expect(headers).toMatchObject({ 'content-length': String(body.length), vary: 'Accept-Encoding' });
    }
  });

  it('has no body where only its head is asked for', async () => {
    const { headers, body } = await bytesOf('/sign-in', 'gzip', 'HEAD');
    expect([body.length, headers['content-encoding']]).toEqual([0, undefined]);
  });

  it('is left as it is where it is short', async () => {
    const { headers } = await bytesOf('/home', 'gzip');
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('a file of ours', () => {
  it('comes in the smallest coding', async () => {
    const page = (await bytesOf('/sign-in', 'identity')).body.toString();
    const style = /href="(\/assets\/kader[^"]+\.css)"/.exec(page)?.[1] ?? '';
    const gzip = await bytesOf(style, 'gzip');
    const brotli = await bytesOf(style, 'gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.body.length).toBeLessThan(gzip.body.length);
    expect(brotliDecompressSync(brotli.body)).toEqual(gunzipSync(gzip.body));
  });
});
