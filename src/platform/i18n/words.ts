import type { i18n, TFunction } from 'i18next';
import { languages, type Language } from '../access/actor.js';
import { Formats } from './formats.js';

/** One language's catalogue with its formats: all that a presenter needs to say something. */
export class Words extends Formats {
  private readonly translate: TFunction;
  /** Texts without values, which are most of a page: looking them up anew is dear. */
  private readonly plain = new Map<string, string>();

  constructor(catalogues: i18n, language: Language, timeZone: string) {
    super(language, timeZone);
    this.translate = catalogues.getFixedT(language);
  }

  /** The text of a key; `count` chooses between singular and plural where a language tells them apart. */
  t(key: string, values: Record<string, unknown> = {}): string {
    if (Object.keys(values).length > 0) return this.translate(key, values);
    const known = this.plain.get(key);
    if (known !== undefined) return known;
    const text = this.translate(key);
    this.plain.set(key, text);
    return text;
  }

  has(key: string): boolean {
    const text = this.translate(key, { defaultValue: '' });
    return text !== '';
  }
}

/** Both languages, made once. */
export class Dictionary {
  private readonly byLanguage: Record<Language, Words>;

  constructor(catalogues: i18n, timeZone: string) {
    this.byLanguage = Object.fromEntries(
      languages.map((language) => [language, new Words(catalogues, language, timeZone)]),
    ) as Record<Language, Words>;
  }

  in(language: Language): Words {
    return this.byLanguage[language];
  }
}
