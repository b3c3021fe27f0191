import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { canonicalJson } from '../platform/signing/canonical-json.js';
import { KeyRing, type Signature } from '../platform/signing/key-ring.js';
import { BlobsService, type StoredBlob } from '../platform/uploads/blobs.service.js';
import type { CertificateFacts } from './certificate-facts.js';
import { CertificateFontsService } from './certificate-fonts.service.js';
import { certificatePdf } from './certificate-pdf.js';
import { certificateSnapshot } from './certificate-snapshot.js';

/** A certificate that is made and kept, and only lacks its row. */
export interface PrintedEdition extends Signature {
  /** Canonical JSON: what the signature is of. */
  snapshot: string;
  pdf: StoredBlob;
}

/** Makes certificates: the snapshot, its signature and its file. */
@Injectable()
export class PrintingService {
  constructor(
    private readonly keys: KeyRing,
    private readonly fonts: CertificateFontsService,
    private readonly blobs: BlobsService,
  ) {}

  /** @throws UnprintableCertificate where the facts will not do */
  async print(facts: CertificateFacts): Promise<PrintedEdition> {
    const snapshot = certificateSnapshot(facts);
    const text = canonicalJson(snapshot);
    const pdf = await certificatePdf(snapshot, await this.fonts.open());
    return {
      snapshot: text,
      ...this.keys.sign(Buffer.from(text)),
      pdf: await this.blobs.keepMade(Readable.from([pdf]), 'application/pdf'),
    };
  }
}
