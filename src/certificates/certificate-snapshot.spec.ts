import { certificateFacts } from '../../test/support/certificate-facts.js';
import { canonicalJson } from '../platform/signing/canonical-json.js';
import { CertificateFacts, fullName } from './certificate-facts.js';
import { certificateSnapshot, snapshotFaults, UnprintableCertificate } from './certificate-snapshot.js';

describe('a snapshot', () => {
  it('adds what follows from the facts', () => {
    expect(certificateSnapshot(certificateFacts())).toMatchObject({
      format: 1,
      hours: { total: 80, text: '80 (delapan puluh) JP' },
      distinction: { key: 'memuaskan', text: 'Memuaskan' },
    });
  });

  it('has no distinction below 70, as where the minimum was waived', () => {
    const components = [{ title: 'Ujian', weight: 10_000, score: 6890 }];
    const facts = certificateFacts({ components, finalScore: 6890 });
    expect(certificateSnapshot(facts).distinction).toBeNull();
  });

  it('tidies text: composed letters, single spaces', () => {
    const name = { before: ' ', name: ' Rene\u0301  Tundan\n', after: '' };
    const holder = { ...certificateFacts().holder, name };
    expect(certificateSnapshot(certificateFacts({ holder })).holder.name).toEqual({
      before: '',
      name: 'Ren\u00e9 Tundan',
      after: '',
    });
  });

  it('has one canonical form, whatever the order of the facts', () => {
    const facts = certificateFacts();
    const turned = Object.fromEntries(Object.entries(facts).toReversed()) as unknown as CertificateFacts;
    expect(canonicalJson(certificateSnapshot(turned))).toBe(canonicalJson(certificateSnapshot(facts)));
  });

  it('survives storage unchanged', () => {
    const snapshot = certificateSnapshot(certificateFacts());
    expect(JSON.parse(canonicalJson(snapshot))).toEqual(snapshot);
  });
});

describe('facts that no certificate can be made of', () => {
  const facts = certificateFacts();
  const [signatory] = facts.signatories;
  const four = signatory ? [signatory, signatory, signatory, signatory] : [];

  it.each<[string, Partial<CertificateFacts>, string[]]>([
    [
      'a blank name',
      { holder: { ...facts.holder, name: { before: 'Dr.', name: ' ', after: '' } } },
      ['blankText'],
    ],
    ['no NIM', { holder: { ...facts.holder, nim: '' } }, ['blankText']],
    ['a module without a title', { modules: [{ title: '', hours: 8 }] }, ['blankText']],
    ['nobody signs', { signatories: [] }, ['signatories']],
    ['four sign', { signatories: four }, ['signatories']],
    [
      'more offices than the head of the page holds',
      { organiser: { ...facts.organiser, letterhead: ['a', 'b', 'c', 'd', 'e'] } },
      ['letterhead'],
    ],
    ['no modules', { modules: [] }, ['modules']],
    ['no hours', { modules: [{ title: 'Modul', hours: 0 }], practiceHours: 0 }, ['hours']],
    ['hours that are not whole', { practiceHours: 2.5 }, ['hours']],
    ['the end before the start', { period: { ...facts.period, to: '2027-08-23' } }, ['period']],
    ['issued before it began', { issued: { ...facts.issued, on: '2027-08-23' } }, ['period']],
    ['edition nought', { edition: 0 }, ['edition']],
    ['numbers that do not lead to the result', { finalScore: 8216 }, ['scoresDoNotAddUp']],
    ['no scores', { components: [] }, ['scoresDoNotAddUp']],
  ])('%s', (_case, change, faults) => {
    expect(snapshotFaults(certificateFacts(change))).toEqual(faults);
    expect(() => certificateSnapshot(certificateFacts(change))).toThrow(UnprintableCertificate);
  });

  it('lists all at once', () => {
    expect(snapshotFaults(certificateFacts({ edition: 0, signatories: [] }))).toEqual([
      'signatories',
      'edition',
    ]);
  });
});

describe('a full name', () => {
  it.each([
    [{ before: '', name: 'Suparti', after: '' }, 'Suparti'],
    [{ before: 'Dra.', name: 'Yosevina Tundan', after: 'M.Si.' }, 'Dra. Yosevina Tundan, M.Si.'],
    [{ before: '', name: 'Bagus Setiawan', after: 'S.E., M.M.' }, 'Bagus Setiawan, S.E., M.M.'],
    [{ before: 'Dr.', name: 'Elsi Bahen', after: '' }, 'Dr. Elsi Bahen'],
  ])('%j is %s', (name, text) => {
    expect(fullName(name)).toBe(text);
  });
});
