import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { languages, type Language } from '../access/actor.js';
import { Catalogue } from './catalogue.js';

export type Catalogues = Readonly<Record<Language, Catalogue>>;

/** One file a feature; the file's name is the first part of each of its keys: `frame.skip`. */
export function readCatalogue(root: string, language: Language): Record<string, unknown> {
  const folder = join(root, 'content', 'locales', language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.yaml'.length), parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}

/** Loads both languages. A missing key is shown as the key, and the tests refuse it. */
export function loadCatalogues(root: string): Catalogues {
  return Object.fromEntries(
    languages.map((language) => [language, new Catalogue(language, readCatalogue(root, language))]),
  ) as Record<Language, Catalogue>;
}
