import PdfDocument from 'pdfkit';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { projectRoot } from '../platform/config/project-root.js';

interface DemoDocument {
  title: string;
  /** Under which headings stands what. */
  sections: readonly { heading: string; lines: readonly string[] }[];
}

const font = (name: string): string => join(projectRoot, 'content', 'fonts', `${name}.ttf`);
/** The same bytes in every demo. */
const MADE_AT = new Date('2027-01-01T00:00:00Z');

/** A page as a team types it at home, as a PDF. */
export async function demoPdf({ title, sections }: DemoDocument): Promise<Buffer> {
  const doc = new PdfDocument({
    size: 'A4',
    margin: 64,
    lang: 'id',
    displayTitle: true,
    info: { Title: title, CreationDate: MADE_AT, ModDate: MADE_AT },
  });
  const bytes = buffer(doc);
  doc.font(font('NotoSans-SemiBold')).fontSize(18).text(title).moveDown(0.8);
  for (const { heading, lines } of sections) {
    doc.font(font('NotoSans-SemiBold')).fontSize(12).text(heading).moveDown(0.2);
    doc.font(font('NotoSans-Regular')).fontSize(11);
    for (const line of lines) doc.text(line, { lineGap: 2 });
    doc.moveDown(0.8);
  }
  doc.end();
  return await bytes;
}

const WIDTH = 1200;
const HEIGHT = 900;

/** A woven basket on a table, as a phone would send it: a JPEG. `hue` in degrees tells one team's from another's. */
export async function demoPhoto(hue: number): Promise<Buffer> {
  return await sharp(Buffer.from(basket(hue)))
    .jpeg({ quality: 78 })
    .toBuffer();
}

function basket(hue: number): string {
  const [straw, dyed, dark] = ['hsl(42 48% 66%)', `hsl(${hue} 46% 42%)`, 'hsl(34 40% 30%)'];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs>
<linearGradient id="wall" x2="0" y2="1"><stop stop-color="#d9d4c8"/><stop offset="1" stop-color="#c2baa9"/></linearGradient>
<linearGradient id="wood" x2="0" y2="1"><stop stop-color="#8f6a47"/><stop offset="1" stop-color="#6b4c30"/></linearGradient>
<linearGradient id="shade"><stop stop-opacity=".32"/><stop offset=".3" stop-opacity="0"/><stop offset=".8" stop-opacity=".05"/><stop offset="1" stop-opacity=".4"/></linearGradient>
<pattern id="weave" width="48" height="48" patternUnits="userSpaceOnUse" patternTransform="rotate(45 600 500)">
<rect width="48" height="48" fill="${straw}"/><rect width="24" height="24" fill="${dyed}"/><rect x="24" y="24" width="24" height="24" fill="${dyed}"/>
<path d="M0 0H48M0 24H48M0 0V48M24 0V48" stroke="${dark}" stroke-opacity=".55" stroke-width="2.5"/></pattern>
</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#wall)"/>
<rect y="600" width="${WIDTH}" height="300" fill="url(#wood)"/>
<path d="M0 660H1200M0 735H1200M0 820H1200" stroke="#543a23" stroke-opacity=".45" stroke-width="4"/>
<ellipse cx="610" cy="772" rx="330" ry="38" fill="#000" fill-opacity=".32"/>
<path d="M400 350C410 120 790 120 800 350" fill="none" stroke="${dark}" stroke-width="26"/>
<path d="M400 350C410 120 790 120 800 350" fill="none" stroke="${straw}" stroke-width="12" stroke-dasharray="22 9"/>
<path d="M310 345H890L838 770Q600 806 362 770Z" fill="url(#weave)"/>
<path d="M310 345H890L838 770Q600 806 362 770Z" fill="url(#shade)"/>
<rect x="298" y="328" width="604" height="40" rx="14" fill="${dark}"/>
<path d="M306 348H896" stroke="${straw}" stroke-width="9" stroke-dasharray="30 13"/>
</svg>`;
}
