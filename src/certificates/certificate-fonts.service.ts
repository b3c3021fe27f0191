import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { projectRoot } from '../platform/config/project-root.js';
import { type CertificateFonts, loadCertificateFonts } from './pdf/certificate-fonts.js';

/** The fonts of the certificate, opened when the first one is needed. */
@Injectable()
export class CertificateFontsService {
  private fonts: Promise<CertificateFonts> | null = null;

  open(): Promise<CertificateFonts> {
    return (this.fonts ??= loadCertificateFonts(join(projectRoot, 'content', 'fonts')));
  }
}
