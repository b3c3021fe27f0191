import type { PackFields } from './pack-fields.js';
import type { PackProblemCode, PackProblems } from './pack-problem.js';

interface Mention {
  kind: string;
  name: string;
  file: string;
  line: number;
}

/** The keys of a pack: each is given once within its kind, and every mention of one means a key that is given. */
export class PackNames {
  private readonly given = new Map<string, Mention>();
  private readonly mentions: (Mention & { code: PackProblemCode })[] = [];

  constructor(private readonly problems: PackProblems) {}

  /** Takes the key in a field as that of a new thing. Kinds are words such as `component` or `outcome of P1`. */
  give(kind: string, name: string, fields: PackFields, field = 'key'): void {
    const mention = mentionOf(kind, name, fields, field);
    const first = this.given.get(`${kind} ${name}`);
    if (!first) this.given.set(`${kind} ${name}`, mention);
    else if (name !== '')
      this.problems.report(mention.file, mention.line, 'duplicate', {
        name,
        first: `${first.file}:${first.line}`,
      });
  }

  /** Notes that a field refers to a key, which may be given later; `code` is the problem if nobody gives it. */
  mention(
    kind: string,
    name: string | null,
    fields: PackFields,
    field: string,
    code: PackProblemCode = 'unknownReference',
  ): void {
    if (name !== null && name !== '') this.mentions.push({ ...mentionOf(kind, name, fields, field), code });
  }

  /** Reports every mention of what nobody gave. */
  settle(): void {
    for (const { kind, name, file, line, code } of this.mentions)
      if (!this.given.has(`${kind} ${name}`)) this.problems.report(file, line, code, { name });
  }
}

const mentionOf = (kind: string, name: string, fields: PackFields, field: string): Mention => ({
  kind,
  name,
  file: fields.place.file,
  line: fields.lineOf(field),
});
