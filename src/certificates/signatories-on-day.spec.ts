import { SignatoryTerm, signatoriesOnDay } from './signatories-on-day.js';

function term(name: string, change: Partial<SignatoryTerm> = {}): SignatoryTerm {
  return {
    position: 1,
    prefix: '',
    office: 'Kepala UPT PLUT-KUMKM',
    nameBefore: 'Dra.',
    name,
    nameAfter: 'M.Si.',
    rank: null,
    nip: null,
    validFrom: '2027-01-01',
    validTo: null,
    ...change,
  };
}

const names = (terms: readonly SignatoryTerm[], day: string) =>
  signatoriesOnDay(terms, day).map((signatory) => signatory.name.name);

describe('who signs on a day', () => {
  const yosevina = term('Yosevina Tundan', { validTo: '2027-11-18' });

  it.each([
    ['the day before the first', '2026-12-31', []],
    ['the first day', '2027-01-01', ['Yosevina Tundan']],
    ['the last day', '2027-11-18', ['Yosevina Tundan']],
    ['the day after the last', '2027-11-19', []],
  ])('%s', (_when, day, signing) => {
    expect(names([yosevina], day)).toEqual(signing);
  });

  it('is one only of those who took the same place, the latest', () => {
    const forgotten = term('Yosevina Tundan');
    const successor = term('Bagus Setiawan', { validFrom: '2027-10-01' });
    expect(names([successor, forgotten], '2027-09-30')).toEqual(['Yosevina Tundan']);
    expect(names([successor, forgotten], '2027-10-01')).toEqual(['Bagus Setiawan']);
  });

  it('is the holder again when the one who acted for them no longer does', () => {
    const acting = term('Elsi Bahen', { prefix: 'Plt.', validFrom: '2027-10-01', validTo: '2027-10-31' });
    expect(names([term('Yosevina Tundan'), acting], '2027-11-01')).toEqual(['Yosevina Tundan']);
  });

  it('is told from left to right, with titles', () => {
    const rector = term('Suparti', { position: 2, office: 'Rektor', nameBefore: '', nameAfter: '' });
    expect(signatoriesOnDay([rector, yosevina], '2027-11-18')).toEqual([
      {
        prefix: '',
        position: 'Kepala UPT PLUT-KUMKM',
        name: { before: 'Dra.', name: 'Yosevina Tundan', after: 'M.Si.' },
        rank: null,
        nip: null,
      },
      {
        prefix: '',
        position: 'Rektor',
        name: { before: '', name: 'Suparti', after: '' },
        rank: null,
        nip: null,
      },
    ]);
  });
});
