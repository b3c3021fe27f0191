/** valid: this edition holds · replaced: a later edition holds in its place · revoked: it no longer holds. */
export type CertificateState = 'valid' | 'replaced' | 'revoked';

/**
 * How one edition stands. What was revoked stays revoked, also after a later edition: whoever holds the paper has to
 * read the reason.
 */
export function certificateState(
  { edition, revokedAt }: { edition: number; revokedAt: Date | null },
  latestEdition: number,
): CertificateState {
  if (revokedAt) return 'revoked';
  return edition < latestEdition ? 'replaced' : 'valid';
}
