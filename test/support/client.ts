import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest, { type Test } from 'supertest';
import { hashToken, SignInsService } from '../../src/people/sign-ins.service.js';
import { Csrf } from '../../src/platform/web/csrf.js';

type Fields = Record<string, string | number | readonly (string | number)[]>;

/** What a browser does, without one: keeps cookies and sends the token that each form carries. */
export class Client {
  private readonly cookies = new Map<string, string>([['guest', 'a'.repeat(22)]]);
  private signIn: string | null = null;

  constructor(private readonly app: NestExpressApplication) {}

  /** Signs in without the form; the form has tests of its own. */
  async enter(personId: number): Promise<void> {
    const token = await this.app.get(SignInsService).begin(personId, 'Test');
    this.cookies.set('kader', token);
    this.signIn = hashToken(token);
  }

  get(path: string): Test {
    return this.keep(supertest(this.app.getHttpServer()).get(path).set('Accept', 'text/html'));
  }

  /** Submits a form with its token; `back` is the page that it stands on. */
  post(path: string, fields: Fields = {}, back?: string): Test {
    return this.send(path, { ...fields, _csrf: this.token() }, back);
  }

  /** Submits a form without a token, as another site would. */
  forge(path: string, fields: Fields = {}): Test {
    return this.send(path, fields);
  }

  /** What a script of a page sends. */
  postJson(path: string, body: object): Test {
    const request = supertest(this.app.getHttpServer()).post(path);
    return this.keep(request.set('Accept', 'application/json').set('X-CSRF-Token', this.token()).send(body));
  }

  /** A form with files: `{ name: 'files', file: 'laporan.pdf', content }`. */
  upload(path: string, fields: Fields, files: { name: string; file: string; content: Buffer }[]): Test {
    const request = supertest(this.app.getHttpServer())
      .post(path)
      .set('Accept', 'text/html')
      .field('_csrf', this.token());
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) void request.field(name, String(one));
    }
    for (const { name, file, content } of files) void request.attach(name, content, file);
    return this.keep(request);
  }

  /** A body as it is. */
  raw(path: string, type: string, body: string): Test {
    const request = supertest(this.app.getHttpServer()).post(path).set('Accept', 'text/html').type(type);
    return this.keep(request.send(body));
  }

  /** A body of bytes as it is. */
  rawBytes(path: string, type: string, body: Buffer): Test {
    const request = supertest(this.app.getHttpServer()).post(path).set('Accept', 'text/html').type(type);
    return this.keep(request.serialize((sent: Buffer) => sent as unknown as string).send(body));
  }

  token(): string {
    return this.app.get(Csrf).token(this.signIn ?? this.cookies.get('guest') ?? '');
  }

  /** What the browser would send in the header Cookie. */
  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private send(path: string, fields: Fields, back?: string): Test {
    const request = supertest(this.app.getHttpServer()).post(path).type('form').set('Accept', 'text/html');
    if (back) void request.set('Referer', `http://127.0.0.1${back}`).set('Host', '127.0.0.1');
    return this.keep(request.send(fields));
  }

  private keep(request: Test): Test {
    request.set('Cookie', this.cookieHeader());
    request.on('response', (response: { headers: Record<string, unknown> }) => {
      for (const line of [response.headers['set-cookie'] ?? []].flat() as string[]) this.keepCookie(line);
    });
    return request;
  }

  private keepCookie(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || line.includes('1970')) this.cookies.delete(name);
    else this.cookies.set(name, value);
    if (name === 'kader') this.signIn = value ? hashToken(value) : null;
  }
}
