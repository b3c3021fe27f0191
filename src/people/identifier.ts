import { normaliseEmail } from './email-address.js';
import { normalisePhone } from './phone-number.js';

interface Identifier {
  kind: 'email' | 'phone' | 'nim';
  value: string;
}

/**
 * What somebody typed to sign in. An @ makes an e-mail address; what starts like a phone number (0, +, 62 8…) and
 * reads as one is a phone number; anything else is a NIM, whose format differs from campus to campus.
 */
export function classifyIdentifier(typed: string): Identifier {
  const text = typed.normalize('NFKC').trim();
  if (text.includes('@')) return { kind: 'email', value: normaliseEmail(text) ?? text.toLowerCase() };
  const phone = /^(\+|0|62\s?8)/.test(text) ? normalisePhone(text) : null;
  return phone ? { kind: 'phone', value: phone } : { kind: 'nim', value: text };
}
