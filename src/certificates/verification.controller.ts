import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../platform/access/access.js';
import { Missing } from '../platform/access/refusals.js';
import type { Words } from '../platform/i18n/words.js';
import { type Page, page, type SeeOther, seeOther } from '../platform/web/answers.js';
import { Asked, InWords } from '../platform/web/parameters.js';
import { normaliseCode } from './verification-code.js';
import { VerificationQuery } from './verification.form.js';
import { unknownCodePage, verificationFormPage, verificationPage } from './verification.page.js';
import { VerificationService } from './verification.service.js';

const NO_ROBOTS = 'noindex, nofollow, noarchive';

/** Anyone checks a certificate by its code, signed in or not. */
@Public()
@Controller()
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Header('X-Robots-Tag', NO_ROBOTS)
  @Header('Cache-Control', 'no-store')
  @Get('verify')
  form(@Asked(VerificationQuery) { code }: VerificationQuery): Page | SeeOther {
    if (code === '') return page('verification/form', verificationFormPage());
    const read = normaliseCode(code);
    return read ? seeOther(`/verify/${read}`) : page('verification/unknown', unknownCodePage(code), 404);
  }

  @Header('X-Robots-Tag', NO_ROBOTS)
  @Header('Cache-Control', 'no-store')
  @Get('verify/:code')
  async show(
    @Param('code') typed: string,
    @Req() request: Request,
    @InWords() words: Words,
  ): Promise<Page | SeeOther> {
    const code = normaliseCode(typed);
    if (code && code !== typed) return seeOther(`/verify/${code}`);
    const found = code ? await this.verification.look(code, request.ip ?? '') : null;
    if (!found) return page('verification/unknown', unknownCodePage(typed), 404);
    return page('verification/show', verificationPage(found, words));
  }

  /** What was signed, letter by letter, and the signature: with a public key it can be checked without asking us. */
  @Header('X-Robots-Tag', NO_ROBOTS)
  @Header('Cache-Control', 'no-store')
  @Get('verify/:code/credential.json')
  async credential(@Param('code') typed: string, @Req() request: Request): Promise<object> {
    const code = normaliseCode(typed);
    const found = code ? await this.verification.look(code, request.ip ?? '') : null;
    if (!found?.isGenuine) throw new Missing('certificate');
    const { snapshot: signed, keyId, signature } = found.certificate;
    return { algorithm: 'Ed25519', keyId, signature, signed };
  }

  /** The public halves of the keys that sign: a JSON Web Key Set, for checking without asking us. */
  @Header('Cache-Control', 'public, max-age=3600')
  @Get('.well-known/certificate-keys.json')
  keys(@Res({ passthrough: true }) response: Response): object {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    return this.verification.publicKeys();
  }
}
