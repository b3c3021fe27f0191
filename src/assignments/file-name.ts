const LONGEST_BYTES = 180;
const CHARACTERS = new Intl.Segmenter('id');
/** Endings that name the same content. */
const ALIASES: Record<string, readonly string[]> = {
  jpg: ['jpeg', 'jpe', 'jfif'],
  heic: ['heif'],
  mp4: ['m4v'],
};
/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name that is safe to show, to put into a header and to save anywhere, from one that anybody may have made up.
 * The folders before it, control and format characters (those that turn the direction of writing among them) and
 * what Windows forbids are taken out; spaces are made single; letters keep their diacritics. It ends with
 * `ending`, that of the content, whatever it ended with before, and is at most 180 bytes of UTF-8 long.
 */
export function safeFileName(given: string, ending: string): string {
  const name = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/\s/g, ' ')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*%;]/g, '-')
    .replace(/ +/g, ' ')
    .normalize('NFC');
  const stem = trimmed(withoutEnding(name, ending)) || 'file';
  const allowed = RESERVED.test(stem) ? `_${stem}` : stem;
  const short = trimmed(shortened(allowed, LONGEST_BYTES - ending.length - 1)) || 'file';
  return `${short}.${ending}`;
}

/** Takes the ending of the content off, so that it stands once; any other ending stays as part of the name. */
function withoutEnding(name: string, ending: string): string {
  const same = [ending, ...(ALIASES[ending] ?? [])].find((one) => name.toLowerCase().endsWith(`.${one}`));
  return same === undefined ? name : name.slice(0, -same.length - 1);
}

const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '');

/** The longest beginning of whole characters that fits into so many bytes. */
function shortened(text: string, bytes: number): string {
  let length = 0;
  return [...CHARACTERS.segment(text)]
    .map(({ segment }) => segment)
    .filter((character) => (length += Buffer.byteLength(character)) <= bytes)
    .join('');
}
