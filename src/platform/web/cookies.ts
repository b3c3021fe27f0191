import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** `__Host-` and Secure behind https; plain names on http, as on a school's local network. */
export class Cookies {
  private readonly secure: boolean;

  constructor(baseUrl: string) {
    this.secure = baseUrl.startsWith('https:');
  }

  read(request: Request, name: string): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.full(name)];
  }

  set(response: Response, name: string, value: string, maxAgeSeconds?: number): void {
    response.cookie(this.full(name), value, {
      ...this.options(),
      ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds * 1000 }),
    });
  }

  clear(response: Response, name: string): void {
    response.clearCookie(this.full(name), this.options());
  }

  private full(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }

  private options(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' };
  }
}
