/**
 * Text reduced to what counts when two short answers are compared: compatibility forms and diacritics folded
 * (`é` = `e`), case and runs of space ignored, curly quotes and long dashes made plain, and quotes, commas,
 * full stops and the like at either end dropped. `P-IRT` and `PIRT` stay different: the author lists both.
 */
export function sameText(text: string): string {
  return text
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?"'()]+|[\s.,;:!?"'()]+$/g, '');
}
