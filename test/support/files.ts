import Pdf from 'pdfkit';
import sharp from 'sharp';

/** A real one-page PDF that says `text`. */
export async function pdfOf(text: string): Promise<Buffer> {
  const document = new Pdf({ size: 'A5' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.fontSize(18).text(text);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A real picture of one colour. */
export const pictureOf = async (
  background: string,
  format: 'jpeg' | 'png' = 'jpeg',
  size = { width: 320, height: 200 },
): Promise<Buffer> =>
  await sharp({ create: { ...size, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
