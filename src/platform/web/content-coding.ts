type Coding = 'br' | 'gzip';

/** The smaller of the codings that the browser takes, by its header Accept-Encoding; null for none. */
export function bestCoding(accepted: string | undefined): Coding | null {
  if (takesCoding('br', accepted)) return 'br';
  return takesCoding('gzip', accepted) ? 'gzip' : null;
}

export function takesCoding(coding: Coding, accepted: string | undefined): boolean {
  return (accepted ?? '').split(',').some((part) => {
    const [name = '', quality = '1'] = part.trim().split(/\s*;\s*q=/);
    return name.toLowerCase() === coding && Number(quality) > 0;
  });
}
