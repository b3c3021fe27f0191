import type { PackProblems } from './pack-problem.js';
import type { PackText } from './read-yaml.js';

const NEWLINE = 0x0a;

/** Files that may lie in a pack without being part of the course. */
const ignored = new Set(['README.md']);

/** Where the first line stands that is no UTF-8; a newline byte is never part of another character. */
function badLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (decode(bytes.subarray(start, next)) === undefined) return line;
    start = next;
  }
  return line;
}

/** Text without a byte order mark and with plain line ends; `undefined` where the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** The texts of a pack. Each is taken by whoever reads it; what nobody took is reported, for it would be lost. */
export class PackTexts {
  private readonly untaken: Set<string>;

  constructor(
    private readonly files: ReadonlyMap<string, Uint8Array>,
    private readonly problems: PackProblems,
  ) {
    this.untaken = new Set([...files.keys()].filter((path) => !ignored.has(path)));
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  /** `undefined`, and reported, where the file is no UTF-8 or is not there. */
  take(file: string): PackText | undefined {
    const bytes = this.files.get(file);
    this.untaken.delete(file);
    if (!bytes) {
      this.problems.report(file, 1, 'missingFile');
      return undefined;
    }
    const text = decode(bytes);
    if (text === undefined) this.problems.report(file, badLine(bytes), 'encoding');
    return text === undefined ? undefined : { file, text };
  }

  /** The files of a folder, as they are. */
  takeAll(folder: string): [string, Uint8Array][] {
    const found = [...this.files].filter(([path]) => path.startsWith(`${folder}/`));
    for (const [path] of found) this.untaken.delete(path);
    return found;
  }

  /** The folders directly inside one, in the order of their names. */
  folders(inside: string): string[] {
    const parts = [...this.files.keys()].map((path) => path.split('/'));
    const names = parts
      .filter(([first, , file]) => first === inside && file !== undefined)
      .map(([, name]) => name);
    return [...new Set(names)].toSorted().map((name) => `${inside}/${name}`);
  }

  /** Passes over a folder that cannot be understood for another reason, already reported. */
  skip(folder: string): void {
    for (const path of this.untaken) if (path.startsWith(`${folder}/`)) this.untaken.delete(path);
  }

  reportUntaken(): void {
    for (const file of this.untaken) this.problems.report(file, 1, 'unexpectedFile');
  }
}
