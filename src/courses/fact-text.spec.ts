import { projectRoot } from '../platform/config/project-root.js';
import { loadCatalogues } from '../platform/i18n/catalogues.js';
import { Dictionary } from '../platform/i18n/words.js';
import { factText } from './fact-text.js';

const dictionary = new Dictionary(loadCatalogues(projectRoot), 'Asia/Jakarta');
const tariff = { value: '0,5 %', unit: null, source: 'PP 55/2022', checkedOn: '2026-11-24' };

describe('A fact in a text', () => {
  it.each([
    ['id', tariff, { value: '0,5 %', note: 'diperiksa 24 November 2026, PP 55/2022' }],
    ['en', tariff, { value: '0,5 %', note: 'checked 24 November 2026, PP 55/2022' }],
    ['id', { ...tariff, value: '7', unit: 'konsultan' }, { value: '7 konsultan', note: expect.any(String) }],
  ] as const)('in %s', (language, fact, expected) => {
    expect(factText(fact, dictionary.in(language))).toEqual(expected);
  });
});
