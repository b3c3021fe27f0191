import { languages, type Language } from '../access/actor.js';
import type { Catalogue, Values } from './catalogue.js';
import type { Catalogues } from './catalogues.js';
import { Formats } from './formats.js';

const NOTHING: Values = {};

/** One language's catalogue with its formats: all that a presenter needs to say something. */
export class Words extends Formats {
  constructor(
    private readonly catalogue: Catalogue,
    language: Language,
    timeZone: string,
  ) {
    super(language, timeZone);
  }

  /** The text of a key; `count` chooses between singular and plural where a language tells them apart. */
  t(key: string, values: Values = NOTHING): string {
    return this.catalogue.say(key, values);
  }

  has(key: string): boolean {
    return this.catalogue.has(key);
  }
}

/** Both languages, made once. */
export class Dictionary {
  private readonly byLanguage: Record<Language, Words>;

  constructor(catalogues: Catalogues, timeZone: string) {
    this.byLanguage = Object.fromEntries(
      languages.map((language) => [language, new Words(catalogues[language], language, timeZone)]),
    ) as Record<Language, Words>;
  }

  in(language: Language): Words {
    return this.byLanguage[language];
  }
}
