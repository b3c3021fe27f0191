const LONGEST_NAME = 250;

/** Why a name in an archive cannot be that of a file of a pack: no text, or a way out of the archive. */
export function nameFault(raw: Uint8Array): 'badName' | 'badPath' | undefined {
  const name = decoded(raw);
  if (name === undefined || name === '' || name.length > LONGEST_NAME || /\p{C}/u.test(name))
    return 'badName';
  const parts = name.replace(/\/$/, '').split('/');
  const leadsOut = parts.some((part) => part === '' || part === '.' || part === '..');
  return leadsOut || name.includes('\\') || name.includes(':') ? 'badPath' : undefined;
}

function decoded(raw: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return undefined;
  }
}

/** The path of a file in its pack; null for a folder and for what systems put beside it, hidden files and `__MACOSX`. */
export function pathIn(name: string): string | null {
  const isLeftOut = name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
  return isLeftOut || name.endsWith('/') ? null : name.normalize('NFC');
}
