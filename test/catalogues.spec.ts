import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../src/platform/i18n/catalogues.js';
import { projectRoot } from '../src/platform/config/project-root.js';

type Texts = Map<string, string>;

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const files = (pattern: string): string[] => globSync(pattern, { cwd: projectRoot });

function textsOf(language: 'id' | 'en'): Texts {
  const texts: Texts = new Map();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    } else texts.set(path, String(value ?? ''));
  };
  walk(readCatalogue(projectRoot, language), '');
  return texts;
}

/** English tells one from many, Indonesian does not; both may have words of their own for none. */
const bare = (key: string): string => key.replace(/_(zero|one|other)$/, '');

const id = textsOf('id');
const en = textsOf('en');
const idKeys = new Set([...id.keys()].map(bare));
const enKeys = new Set([...en.keys()].map(bare));

const views = files('views/**/*.hbs');
const sources = files('src/**/*.ts').filter((file) => !file.endsWith('.spec.ts'));

/** Keys written out in templates and code: `t "a.b"`, `label="a.b"`, `'a.b'` where the first part is a catalogue. */
const catalogues = [...new Set([...idKeys].map((key) => key.split('.')[0]))].join('|');
const keyPattern = new RegExp(`["'\`]((?:${catalogues})(?:\\.[A-Za-z0-9_-]+)+)["'\`]`, 'g');
const keysIn = (text: string): string[] => [...text.matchAll(keyPattern)].map(([, key = '']) => key);

/** Keys put together in code, `a.b.${kind}`. */
const builtPattern = new RegExp(`\`((?:${catalogues})\\.(?:[\\w.-]|\\$\\{[^{}]*\\})*)\``, 'g');
const builtKeysIn = (text: string): string[] =>
  [...text.matchAll(builtPattern)].map(([, built = '']) => built).filter((built) => built.includes('${'));

const placePattern = /\$\{[^{}]*\}/g;

/** What stands still in a built key, and one name of any kind where something is put in. */
const keysBuiltAs = (built: string): RegExp =>
  new RegExp(`^${built.replace(/\./g, '\\.').replace(placePattern, '[\\w-]+')}$`);

const isFileName = (key: string): boolean => /\.(js|css|svg|ts|yaml|hbs|md|png|csv|sqlite)$/.test(key);

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...idKeys].filter((key) => !enKeys.has(key))).toEqual([]);
    expect([...enKeys].filter((key) => !idKeys.has(key))).toEqual([]);
  });

  it('leave no text empty', () => {
    expect([...id, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('use the same values in both languages', () => {
    const valuesOf = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted().join(' ');
    const wrong = [...en].filter(([key, text]) => {
      const twin = id.get(key) ?? id.get(bare(key)) ?? '';
      return valuesOf(twin) !== valuesOf(text) && !key.endsWith('_one');
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('have one and many of whatever is counted in English', () => {
    const halves = [...en.keys()].filter((key) => /_(one|other)$/.test(key));
    expect(halves.filter((key) => !en.has(`${bare(key)}_one`) || !en.has(`${bare(key)}_other`))).toEqual([]);
  });

  it('have every key that a template or the code names', () => {
    const named = [...views, ...sources].flatMap((file) => keysIn(read(file)).map((key) => ({ file, key })));
    expect(named.length).toBeGreaterThan(50);
    const missing = named.filter(
      ({ key }) =>
        !isFileName(key) && !idKeys.has(key) && ![...idKeys].some((known) => known.startsWith(`${key}.`)),
    );
    expect(missing).toEqual([]);
  });

  it('have no key that nothing names', () => {
    const texts = [...views, ...sources].map(read);
    const named = new Set(texts.flatMap(keysIn));
    const built = texts.flatMap(builtKeysIn).map(keysBuiltAs);
    expect(built.length).toBeGreaterThan(50);
    const unused = [...idKeys].filter((key) => !named.has(key) && !built.some((keys) => keys.test(key)));
    expect(unused).toEqual([]);
  });

  it('are named by more than a catalogue, so that what nothing names is found', () => {
    const built = sources.flatMap((file) => builtKeysIn(read(file)).map((key) => ({ file, key })));
    expect(built.length).toBeGreaterThan(50);
    expect(built.filter(({ key }) => /^[\w-]+\.+$/.test(key.replace(placePattern, '')))).toEqual([]);
  });
});

describe('the templates', () => {
  it.each(views)('%s has no text of its own', (file) => {
    const text = read(file)
      .replace(/\{\{!--.*?--\}\}/gs, '')
      .replace(/\{\{\{?.*?\}?\}\}/gs, '')
      .replace(/<(code|kbd)[^>]*>.*?<\/\1>/gs, '')
      .replace(/<[^>]*>/gs, '\n');
    const words = text.match(/\p{L}{3,}/gu) ?? [];
    if (file === 'views/partials/field-state.hbs') return; // attributes only
    const allowed =
      file === 'views/sign-in/show.hbs'
        ? ['peserta', 'instruktur', 'staf', 'koordinator', 'admin', 'contoh', 'test']
        : [];
    expect(words.filter((word) => !allowed.includes(word))).toEqual([]);
  });

  it.each(views)('%s has no label of its own in an attribute', (file) => {
    const labels = read(file).match(/\b(?:aria-label|title|alt|placeholder)="[^"{]*\p{L}{3,}[^"{]*"/gu) ?? [];
    expect(labels.filter((label) => !/^title="[a-z]+\.[\w.]+"$/i.test(label))).toEqual([]);
  });
});
