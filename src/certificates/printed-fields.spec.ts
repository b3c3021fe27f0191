import { certificateFacts } from '../../test/support/certificate-facts.js';
import { certificateSnapshot } from './certificate-snapshot.js';
import { changedFields, printedCertificate } from './printed-fields.js';

const printed = (change = {}) => printedCertificate(certificateSnapshot(certificateFacts(change)));

describe('what is printed', () => {
  it.each([
    ['number', '0087/KKP-II/PLUT-KT/XI/2027'],
    ['holder', 'Norlaila'],
    ['nim', '2411160087'],
    ['studyProgramme', 'Ekonomi Syariah'],
    ['campus', 'UIN Palangka Raya'],
    ['programme', 'Kelas Kader Pendamping UMKM Angkatan II'],
    ['period', '24 Agustus s.d. 18 November 2027, Palangka Raya'],
    ['hours', '80 (delapan puluh) JP'],
    ['final', '82,15'],
    ['distinction', 'Memuaskan'],
    ['attendance', '21 dari 24'],
    ['issued', 'Palangka Raya, 18 November 2027'],
    [
      'signatory',
      'Dra. Yosevina Tundan, M.Si. · Kepala UPT PLUT-KUMKM · Pembina Tingkat I · NIP 19780412 200501 2 003',
    ],
    ['code', '7KQF-2M9X-RT4D-8WPA'],
  ])('has the field %s', (name, text) => {
    expect(printed().fields).toContainEqual({ name, text });
  });

  it('has the transcript', () => {
    const { subjects, components, totalHours } = printed();
    expect(subjects[0]).toEqual(['Kader dan nilai Huma Betang', '8']);
    expect(subjects.at(-1)).toEqual(['Praktik lapangan', '16']);
    expect(totalHours).toBe('80');
    expect(components[0]).toEqual(['Kuis', '15\u00a0%', '84,20']);
  });

  it('leaves nothing of the snapshot out', () => {
    const snapshot = certificateSnapshot(certificateFacts({ edition: 2 }));
    const text = JSON.stringify(printedCertificate(snapshot));
    const { format: _format, signatories, distinction, ...rest } = snapshot;
    for (const { nip: _nip, ...signatory } of signatories) {
      for (const value of textsOf(signatory)) expect(text).toContain(value);
    }
    expect(text).toContain(distinction?.text);
    for (const value of textsOf(rest)) {
      if (!/^\d{4}-\d\d-\d\d$/.test(value)) expect(text).toContain(value);
    }
  });

  it('names an edition only where there is a later one', () => {
    expect(printed().fields.map(({ name }) => name)).not.toContain('edition');
    expect(printed({ edition: 3 }).fields).toContainEqual({
      name: 'edition',
      text: 'Cetak ulang · edisi 3',
    });
  });
});

describe('changed fields', () => {
  it('are told with what stood there before', () => {
    const facts = certificateFacts();
    const name = { before: '', name: 'Norlaila Hasanah', after: '' };
    const holder = { ...facts.holder, name, studyProgramme: null };
    expect(changedFields(printed().fields, printed({ holder }).fields)).toEqual([
      { name: 'holder', before: 'Norlaila', after: 'Norlaila Hasanah' },
      { name: 'studyProgramme', before: 'Ekonomi Syariah', after: '' },
    ]);
  });

  it('are none where nothing changed', () => {
    expect(changedFields(printed().fields, printed().fields)).toEqual([]);
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
