import { createHmac } from 'node:crypto';
import { canonicalJson } from '../platform/signing/canonical-json.js';

/** What a receipt attests. Hashes are SHA-256 in hexadecimal, sizes in bytes. */
export interface ReceiptFacts {
  title: string;
  submitters: readonly string[];
  /** 1 for the first time, 2 for the revision. */
  number: number;
  /** The version of the assignment that the work was made against. */
  version: number;
  /** Milliseconds, by the server's clock. */
  receivedAt: number;
  /** Text written on the page, not uploaded. */
  text: { sha256: string; characters: number } | null;
  files: readonly { name: string; sha256: string; bytes: number }[];
}

/**
 * The receipt's short code: three groups of four hexadecimal digits, such as 7F3A-91C0-2B4D, from an HMAC-SHA256 of
 * all facts under the server's secret. Whoever holds a receipt can have it checked; no one else can write one.
 */
export function receiptCode(facts: ReceiptFacts, secret: string | Uint8Array): string {
  const digits = createHmac('sha256', secret)
    .update(canonicalJson(facts))
    .digest('hex')
    .slice(0, 12)
    .toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}

/** The words of a receipt in the reader's language, and how that language writes an instant and a size. */
export interface ReceiptWords {
  heading: string;
  title: string;
  submitters: string;
  receivedAt: string;
  number: string;
  version: string;
  text: string;
  characters: string;
  files: string;
  code: string;
  instant(milliseconds: number): string;
  size(bytes: number): string;
}

/** The receipt as plain text, made to be kept in a message or a note: one fact a line, the code last. */
export function receiptText(facts: ReceiptFacts, code: string, words: ReceiptWords): string {
  const { text, files } = facts;
  return [
    words.heading,
    `${words.title}: ${facts.title}`,
    `${words.submitters}: ${facts.submitters.join(', ')}`,
    `${words.receivedAt}: ${words.instant(facts.receivedAt)}`,
    `${words.number}: ${facts.number}`,
    `${words.version}: ${facts.version}`,
    ...(text ? [`${words.text}: ${text.characters} ${words.characters}`, `  SHA-256 ${text.sha256}`] : []),
    ...(files.length > 0 ? [`${words.files}:`] : []),
    ...files.flatMap(({ name, sha256, bytes }, index) => [
      `${index + 1}. ${name} (${words.size(bytes)})`,
      `  SHA-256 ${sha256}`,
    ]),
    `${words.code}: ${code}`,
  ].join('\n');
}
