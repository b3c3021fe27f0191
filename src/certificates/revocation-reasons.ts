/**
 * Why a certificate was revoked, as anyone who checks it reads it. A list, so that nothing that was written about a
 * person becomes public; the particulars stand in a note that only the office sees.
 */
export const revocationReasons = ['wrong-data', 'issued-in-error', 'dishonesty', 'on-request'] as const;
export type RevocationReason = (typeof revocationReasons)[number];
