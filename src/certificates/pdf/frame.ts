import { GOLD, HEIGHT, mm, RIVER, Sheet, WIDTH } from './sheet.js';
import { drawWovenBand } from './woven-band.js';

const EDGE = mm(8);
const BAND = mm(5.7);

/** The edge that both sides share: a fine line, and a woven band above and below. */
export function drawFrame(sheet: Sheet): void {
  sheet.ornament(() => {
    const [right, bottom] = [WIDTH - EDGE, HEIGHT - EDGE];
    drawWovenBand(sheet, EDGE, EDGE, right - EDGE, BAND);
    drawWovenBand(sheet, EDGE, bottom - BAND, right - EDGE, BAND);
    sheet.rule(EDGE, right, EDGE + BAND + mm(1.1), GOLD, mm(0.25));
    sheet.rule(EDGE, right, bottom - BAND - mm(1.1), GOLD, mm(0.25));
    sheet.doc
      .rect(EDGE, EDGE, right - EDGE, bottom - EDGE)
      .lineWidth(mm(0.45))
      .stroke(RIVER);
  });
}
