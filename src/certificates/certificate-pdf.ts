import { buffer } from 'node:stream/consumers';
import PdfDocument from 'pdfkit';
import { fullName } from './certificate-facts.js';
import { CertificateSnapshot } from './certificate-snapshot.js';
import { CertificateFonts, charactersWithoutSign } from './pdf/certificate-fonts.js';
import { WORDING } from './pdf/certificate-wording.js';
import { drawFrontPage } from './pdf/front-page.js';
import { Sheet } from './pdf/sheet.js';
import { drawTranscriptPage } from './pdf/transcript-page.js';

/**
 * Prints a snapshot: two pages of A4 on its side, the certificate and its transcript. The same snapshot gives
 * the same bytes on any day, so that the file's hash can be kept. Throws where the fonts lack a
 * character: better no certificate than one with a box in a name.
 */
export async function certificatePdf(
  snapshot: CertificateSnapshot,
  fonts: CertificateFonts,
): Promise<Buffer> {
  const missing = charactersWithoutSign(snapshot, fonts);
  if (missing.length > 0) throw new Error(`no sign in the fonts for ${missing.join(' ')}`);
  const doc = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id',
    displayTitle: true,
    info: infoOf(snapshot),
  });
  const bytes = buffer(doc);
  const sheet = new Sheet(doc, fonts);
  doc.addPage();
  drawFrontPage(sheet, snapshot);
  doc.addPage();
  drawTranscriptPage(sheet, snapshot);
  sheet.end();
  return bytes;
}

/** Nothing in here may depend on when or where the file is made. */
function infoOf({ number, holder, organiser, course, issued }: CertificateSnapshot) {
  const issuedOn = new Date(`${issued.on}T00:00:00Z`);
  return {
    Title: `${WORDING.title} ${number} · ${fullName(holder.name)}`,
    Author: organiser.name,
    Subject: course.title,
    Creator: 'Kelas Kader',
    CreationDate: issuedOn,
    ModDate: issuedOn,
  };
}
