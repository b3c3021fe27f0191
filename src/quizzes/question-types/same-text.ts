/**
 * Text reduced to what counts when two short answers are compared: compatibility forms and diacritics folded
 * (`é` = `e`), case and runs of space ignored, curly quotes and long dashes made plain, and quotes, commas,
 * full stops and the like at either end dropped. `P-IRT` and `PIRT` stay different: the author lists both.
 */
export function sameText(text: string): string {
  return text
    .replaceAll('´', "'") // which would fold into a space
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?"'()]+|[\s.,;:!?"'()]+$/g, '');
}
