import type { CertificateFonts, Face } from './certificate-fonts.js';
import { balancedLines, Line, Run } from './text-lines.js';

type Document = PDFKit.PDFDocument;

export const INK = '#1a211e';
export const MUTED = '#56605a';
export const RIVER = '#0d5847';
export const RIVER_SOFT = '#e4f0eb';
export const GOLD = '#d9a531';
export const HAIRLINE = '#c9cbc1';

/** Millimetres in the points that a PDF counts in. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A4 on its side, in points. */
export const WIDTH = mm(297);
export const HEIGHT = mm(210);

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  /** Space added after each letter, in points. */
  readonly spacing?: number;
}

/** A way to fit text in: at most so many lines, at a share of its size. */
export interface Fit {
  readonly lines: number;
  readonly largest?: number;
  readonly smallest?: number;
}

/** One line, however small it has to become. */
export const ONE_LINE: readonly Fit[] = [{ lines: 1 }];

export type Align = 'left' | 'centre' | 'right';

/** A page to write on: places text by its baseline, and tells readers of the file what is what. */
export class Sheet {
  private readonly root: PDFKit.PDFStructureElement;

  constructor(
    readonly doc: Document,
    fonts: CertificateFonts,
  ) {
    for (const [face, font] of Object.entries(fonts)) registerOpened(doc, face, font);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** How far a text carries the pen, in points; the space after its last letter counts. */
  readonly widthOf = (text: string, { face, size, spacing = 0 }: TextStyle): number =>
    this.doc.font(face).fontSize(size).widthOfString(text) + spacing * text.length;

  /**
   * Sets text within a width, in the first of the ways that it fits: about equally long lines, no more than the
   * way allows, at a size between its largest and its smallest share.
   */
  fitLines(runs: readonly Run<TextStyle>[], width: number, ways: readonly Fit[]): Line<TextStyle>[] {
    for (const { lines: most, largest = 1, smallest = 0.1 } of ways) {
      for (let share = largest; share >= smallest; share -= 0.03) {
        const smaller = runs.map(({ text, style }) => ({ text, style: scaled(style, share) }));
        const lines = balancedLines(smaller, width, this.widthOf);
        if (lines.length <= most && lines.every((line) => line.width <= width)) return lines;
      }
    }
    return balancedLines(runs, width, this.widthOf);
  }

  /** Writes one line with its left end, middle or right end at x. */
  write(text: string, style: TextStyle, x: number, baseline: number, align: Align = 'centre'): void {
    const width = this.widthOf(text, style) - (style.spacing ?? 0);
    this.writeLine({ runs: [{ text, style }], width }, x, baseline, align);
  }

  /** Writes lines one below the other, the first at the baseline. */
  writeLines(lines: readonly Line<TextStyle>[], x: number, baseline: number, leading: number, align: Align) {
    for (const [index, line] of lines.entries()) this.writeLine(line, x, baseline + index * leading, align);
  }

  /** Draws something that is read aloud as one element: a heading, a paragraph, a picture with a text for it. */
  element(type: string, draw: () => void, alt?: string): void {
    this.root.add(this.doc.struct(type, alt ? { alt } : {}, draw));
  }

  /** Draws rows of cells as one table. */
  table(rows: readonly (readonly { readonly type: 'TH' | 'TD'; readonly draw: () => void }[])[]): void {
    const elements = rows.map((cells) => {
      const inRow = cells.map((cell) => this.doc.struct(cell.type, {}, cell.draw));
      return this.doc.struct('TR', {}, inRow);
    });
    this.root.add(this.doc.struct('Table', {}, elements));
  }

  /** Draws what means nothing to a reader: bands and rules. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  rule(fromX: number, toX: number, y: number, colour: string, thickness: number): void {
    this.doc.moveTo(fromX, y).lineTo(toX, y).lineWidth(thickness).strokeColor(colour).stroke();
  }

  /** Ends the document's structure; nothing is written afterwards. */
  end(): void {
    this.root.end();
    this.doc.end();
  }

  private writeLine(line: Line<TextStyle>, x: number, baseline: number, align: Align): void {
    let at = x - line.width * { left: 0, centre: 0.5, right: 1 }[align];
    for (const { text, style } of line.runs) {
      this.doc
        .font(style.face)
        .fontSize(style.size)
        .fillColor(style.colour)
        .text(text, at, baseline, {
          baseline: 'alphabetic',
          lineBreak: false,
          characterSpacing: style.spacing ?? 0,
        });
      at += this.widthOf(text, style);
    }
  }
}

/** pdfkit takes fonts that are open already; only its types do not say so. */
function registerOpened(doc: Document, face: string, font: CertificateFonts[Face]): void {
  doc.registerFont(face, font as unknown as string);
}

function scaled(style: TextStyle, share: number): TextStyle {
  return { ...style, size: style.size * share, spacing: (style.spacing ?? 0) * share };
}
