export type Coding = 'br' | 'gzip';

/** The smaller of the codings that the browser takes, by its header Accept-Encoding; null for none. */
export function bestCoding(accepted: string | undefined): Coding | null {
  const taken = (accepted ?? '').split(',').flatMap((part) => {
    const [name = '', quality = '1'] = part.trim().split(/\s*;\s*q=/);
    return Number(quality) > 0 ? [name.toLowerCase()] : [];
  });
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : null;
}
