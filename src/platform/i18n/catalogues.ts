import { createInstance, type i18n, type Resource } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { languages, type Language } from '../access/actor.js';

const folderOf = (root: string, language: Language): string => join(root, 'content', 'locales', language);

/** One file a feature; the file's name is the first part of each of its keys: `frame.skip`. */
export function readCatalogue(root: string, language: Language): Record<string, unknown> {
  const folder = folderOf(root, language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.yaml'.length), parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}

/** Loads both languages. A missing key is shown as the key, and the tests refuse it. */
export function loadCatalogues(root: string): i18n {
  const resources: Resource = Object.fromEntries(
    languages.map((language) => [
      language,
      { translation: readCatalogue(root, language) as Resource[string][string] },
    ]),
  );
  const instance = createInstance();
  void instance.init({
    resources,
    lng: 'id',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
