import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, Font } from 'fontkit';

/** A serif for the name and the titles, a sans for the rest, each embedded in every certificate. */
export type Face = 'serif' | 'sans' | 'sansBold';

/** Fonts opened once, for all the certificates of a batch: opening costs more than printing one. */
export type CertificateFonts = Readonly<Record<Face, Font>>;

const FILES: Record<Face, string> = {
  serif: 'EBGaramond-SemiBold.ttf',
  sans: 'NotoSans-Regular.ttf',
  sansBold: 'NotoSans-SemiBold.ttf',
};

/** Opens the fonts of the certificate in their folder. */
export async function loadCertificateFonts(folder: string): Promise<CertificateFonts> {
  const [serif, sans, sansBold] = await Promise.all([
    openFont(join(folder, FILES.serif)),
    openFont(join(folder, FILES.sans)),
    openFont(join(folder, FILES.sansBold)),
  ]);
  return { serif, sans, sansBold };
}

/**
 * The characters of a value's texts that the fonts have no sign for, each once. They would print as empty boxes,
 * so a certificate that has any is not made.
 */
export function charactersWithoutSign(value: unknown, fonts: CertificateFonts): string[] {
  const used = new Set(textsOf(value).join(''));
  return [...used].filter((character) =>
    Object.values(fonts).some((font) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  );
}

async function openFont(path: string): Promise<Font> {
  const font = create(await readFile(path));
  if ('fonts' in font) throw new Error(`${path} is a collection, not one font`);
  return font;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
