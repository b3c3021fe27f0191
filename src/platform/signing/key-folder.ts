import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyRing } from './key-ring.js';
import {
  canSign,
  generateSigningKey,
  keyFromPem,
  pemOf,
  SigningKey,
  VerificationKey,
} from './signing-key.js';

type AnyKey = SigningKey | VerificationKey;

/**
 * Opens the signing keys: `0001.pem`, `0002.pem` … in a folder that only this account can read. The newest that
 * can sign does; the others stay, so that what they signed can still be checked. The first key is made on first
 * use, and one only, whichever process is first. PEM text from the environment goes before the folder, which is
 * then read and not written; its first private key signs, further blocks (private or public) only verify.
 */
export async function openKeyRing(folder: string, fromEnvironment?: string): Promise<KeyRing> {
  const given = pemBlocks(fromEnvironment ?? '').map(keyFromPem);
  if (given.length > 0) return ring([...given, ...(await readKeys(folder))]);
  if ((await keyFiles(folder)).length === 0) await makeKey(folder, 1);
  return ring(await readKeys(folder));
}

/** Puts a new key in the folder, which signs from the next opening on. */
export async function addSigningKey(folder: string): Promise<void> {
  const newest = (await keyFiles(folder))[0] ?? '0';
  await makeKey(folder, parseInt(newest, 10) + 1);
}

async function makeKey(folder: string, number: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${String(number).padStart(4, '0')}.pem`;
  const unfinished = join(folder, `.${randomUUID()}`);
  await writeDurably(unfinished, pemOf(generateSigningKey()));
  try {
    // Unlike a rename, a link never replaces: of two processes one is first, and both use its key.
    await link(unfinished, join(folder, name));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(unfinished);
  }
  await syncFolder(folder);
}

function ring(keys: readonly AnyKey[]): KeyRing {
  const signer = keys.find(canSign);
  if (!signer) throw new Error('no private key to sign with');
  return new KeyRing(signer, keys);
}

async function readKeys(folder: string): Promise<AnyKey[]> {
  const keys: AnyKey[] = [];
  for (const name of await keyFiles(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).mode & 0o077) await chmod(path, 0o600);
    keys.push(keyFromPem(await readFile(path, 'utf8')));
  }
  return keys;
}

/** The key files, newest first. */
async function keyFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names
    .filter((name) => /^\d{4}\.pem$/.test(name))
    .toSorted()
    .toReversed();
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A key that a power cut takes away leaves certificates that nobody can check. Windows cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** An environment variable often holds its line ends as the two characters \n. */
function pemBlocks(text: string): string[] {
  return text.replaceAll('\\n', '\n').match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? [];
}

function isCode(error: unknown, code: string): boolean {
  return (error as { code?: unknown } | null)?.code === code;
}
