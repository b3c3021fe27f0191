export type Values = Readonly<Record<string, unknown>>;

/** A text without places to fill, or its pieces: every second one is the name of a value. */
type Text = string | readonly string[];

const PLACE = /\{\{\s*(\w+)\s*\}\}/;

/**
 * The texts of one language by their keys, cut up beforehand. A text may say `{{name}}`; where it counts, the languages
 * that tell one from many have `key_one` and `key_other`, the others `key`; none may have words of its own in `key_zero`.
 */
export class Catalogue {
  private readonly texts = new Map<string, Text>();
  private readonly plurals: Intl.PluralRules;

  constructor(language: string, tree: Readonly<Record<string, unknown>>) {
    this.plurals = new Intl.PluralRules(language);
    this.add('', tree);
  }

  has(key: string): boolean {
    return this.texts.has(key);
  }

  /** The text with its places filled; a value that is missing leaves nothing, a text that is missing its key. */
  say(key: string, values: Values): string {
    const text = this.counted(key, values['count']) ?? this.texts.get(key) ?? key;
    if (typeof text === 'string') return text;
    let said = '';
    for (const [index, piece] of text.entries())
      said += index % 2 === 0 ? piece : String(values[piece] ?? '');
    return said;
  }

  private counted(key: string, count: unknown): Text | undefined {
    if (typeof count !== 'number') return undefined;
    const ofNone = count === 0 ? this.texts.get(`${key}_zero`) : undefined;
    return ofNone ?? this.texts.get(`${key}_${this.plurals.select(count)}`);
  }

  private add(path: string, value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      const pieces = String(value).split(PLACE);
      this.texts.set(path, pieces.length === 1 ? String(value) : pieces);
      return;
    }
    for (const [key, inner] of Object.entries(value)) this.add(path ? `${path}.${key}` : key, inner);
  }
}
