import { create } from 'qrcode';
import { INK, Sheet } from './sheet.js';

/** Draws a QR code of the text as squares, with error correction M (15 %): sharp at any size. */
export function drawQr(sheet: Sheet, text: string, x: number, y: number, side: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) sheet.doc.rect(x + column * cell, y + row * cell, cell, cell);
    }
  }
  sheet.doc.fill(INK);
}
