import { INK, MUTED, ONE_LINE, Sheet, TextStyle } from './sheet.js';

const PLAIN: TextStyle = { face: 'sans', size: 8, colour: MUTED };
const STRONG: TextStyle = { ...PLAIN, face: 'sansBold', colour: INK };

/** Says where the certificate can be checked; each side says it, for they may be parted. */
export function drawCheckLine(
  sheet: Sheet,
  invitation: string,
  url: string,
  { x, width, baseline }: { x: number; width: number; baseline: number },
): void {
  const address = url.replace(/^https?:\/\//, '');
  const runs = [
    { text: `${invitation} `, style: PLAIN },
    { text: address, style: STRONG },
  ];
  const lines = sheet.fitLines(runs, width, ONE_LINE);
  sheet.element('P', () => sheet.writeLines(lines, x, baseline, 0, 'left'));
}
