import { receiptCode, type ReceiptFacts, receiptText, type ReceiptWords } from './receipt.js';

const facts: ReceiptFacts = {
  title: 'T9 Rencana pendampingan',
  submitters: ['Elsi Bahen', 'Norlaila'],
  number: 1,
  version: 3,
  receivedAt: Date.parse('2027-10-07T23:58:12+07:00'),
  text: { sha256: 'a'.repeat(64), characters: 1240 },
  files: [
    { name: 'rencana.pdf', sha256: 'b'.repeat(64), bytes: 1_240_000 },
    { name: 'foto.jpg', sha256: 'c'.repeat(64), bytes: 310_000 },
  ],
};

const words: ReceiptWords = {
  heading: 'TANDA TERIMA TUGAS',
  title: 'Tugas',
  submitters: 'Dikumpulkan oleh',
  receivedAt: 'Diterima',
  number: 'Pengumpulan ke',
  version: 'Versi tugas',
  text: 'Teks',
  characters: 'karakter',
  files: 'Berkas',
  code: 'Kode',
  instant: (at) =>
    `${new Intl.DateTimeFormat('id', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Jakarta' }).format(at)} WIB`,
  size: (bytes) => `${bytes / 1000} kB`,
};

describe('the text of a receipt', () => {
  it('has every fact on a line of its own', () => {
    expect(receiptText(facts, '7F3A-91C0-2B4D', words)).toBe(
      [
        'TANDA TERIMA TUGAS',
        'Tugas: T9 Rencana pendampingan',
        'Dikumpulkan oleh: Elsi Bahen, Norlaila',
        'Diterima: 7 Oktober 2027 pukul 23.58.12 WIB',
        'Pengumpulan ke: 1',
        'Versi tugas: 3',
        'Teks: 1240 karakter',
        `  SHA-256 ${'a'.repeat(64)}`,
        'Berkas:',
        '1. rencana.pdf (1240 kB)',
        `  SHA-256 ${'b'.repeat(64)}`,
        '2. foto.jpg (310 kB)',
        `  SHA-256 ${'c'.repeat(64)}`,
        'Kode: 7F3A-91C0-2B4D',
      ].join('\n'),
    );
  });

  it('names neither text nor files where there are none', () => {
    const text = receiptText({ ...facts, text: null, files: [] }, 'X', words);
    expect(text).not.toContain('Teks');
    expect(text).not.toContain('Berkas');
    expect(text).not.toContain('SHA-256');
  });
});

describe('the code of a receipt', () => {
  const code = receiptCode(facts, 'secret');

  it('is short enough to be read aloud, and the same each time', () => {
    expect(code).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/);
    expect(receiptCode(structuredClone(facts), 'secret')).toBe(code);
  });

  it.each<[string, Partial<ReceiptFacts>]>([
    ['the title', { title: 'T10 HPP' }],
    ['a submitter', { submitters: ['Elsi Bahen'] }],
    ['the time, by a millisecond', { receivedAt: facts.receivedAt + 1 }],
    ['the number', { number: 2 }],
    ['the version', { version: 4 }],
    ['the text', { text: { sha256: 'd'.repeat(64), characters: 1240 } }],
    ['a file', { files: facts.files.slice(0, 1) }],
    ['the order of the files', { files: facts.files.toReversed() }],
  ])('is another for another %s', (_what, change) => {
    expect(receiptCode({ ...facts, ...change }, 'secret')).not.toBe(code);
  });

  it('is another under another secret', () => {
    expect(receiptCode(facts, 'other')).not.toBe(code);
  });
});
