import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import PdfDocument from 'pdfkit';
import { certificateFacts } from '../../test/support/certificate-facts.js';
import { CertificateFacts } from './certificate-facts.js';
import { certificatePdf } from './certificate-pdf.js';
import { certificateSnapshot } from './certificate-snapshot.js';
import { CertificateFonts, loadCertificateFonts } from './pdf/certificate-fonts.js';

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const SHEET = { width: 841.89, height: 595.28 };
const EDGE = 22.6;

/** Printing is work; a busy machine takes its time. */
jest.setTimeout(60_000);

let fonts: CertificateFonts;
/** What an ordinary certificate says. */
let ordinary: string;
beforeAll(async () => {
  fonts = await loadCertificateFonts('content/fonts');
  ordinary = await written({});
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const print = (change: Partial<CertificateFacts> = {}) =>
  certificatePdf(certificateSnapshot(certificateFacts(change)), fonts);

/** All that is written on the two pages, and where. */
async function pieces(change: Partial<CertificateFacts>): Promise<Piece[]> {
  const found: Piece[] = [];
  const text = PdfDocument.prototype.text as (this: PDFKit.PDFDocument, ...given: unknown[]) => unknown;
  const spy = jest.spyOn(PdfDocument.prototype, 'text');
  spy.mockImplementation(function (this: PDFKit.PDFDocument, ...given: unknown[]) {
    const [words, left, baseline] = given as [string, number, number];
    const { _fontSize: size } = this as unknown as { _fontSize: number };
    found.push({ text: words, left, right: left + this.widthOfString(words.trimEnd()), baseline, size });
    return text.apply(this, given) as PDFKit.PDFDocument;
  } as never);
  await print(change);
  spy.mockRestore();
  return found;
}

async function written(change: Partial<CertificateFacts>): Promise<string> {
  const all = (await pieces(change)).map((piece) => piece.text).join('\n');
  return all.replaceAll('\u00a0', ' ').replaceAll(/ ?\n/g, '\n');
}

const holderNamed = (name: string, before = '', after = '') => ({
  ...certificateFacts().holder,
  name: { before, name, after },
});

describe('the file', () => {
  it('has two pages of A4 on their side', async () => {
    const file = (await print()).toString('latin1');
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(file.match(/\/MediaBox \[0 0 841\.89 595\.28\]/g)).toHaveLength(2);
  });

  it('is the same on any day, and whatever was printed before', async () => {
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const first = hash(await print());
    jest.useFakeTimers({ now: new Date('2041-01-01T12:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    await print({ holder: holderNamed('Ďuro Šćepanović') });
    expect(hash(await print())).toBe(first);
  });

  it('differs where one letter does', async () => {
    expect((await print()).equals(await print({ holder: holderNamed('Norlaili') }))).toBe(false);
  });

  it('says its title, its author, its language and its day', async () => {
    const file = (await print()).toString('latin1');
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
    expect(file).toContain(utf16('SERTIFIKAT 0087/KKP-II/PLUT-KT/XI/2027 · Norlaila'));
    expect(file).toContain('(PLUT-KUMKM Kalimantan Tengah)');
    expect(file).toContain('/Lang (id)');
    expect(file).toContain('(D:20271118000000Z)');
    expect(file).toContain('/MarkInfo');
  });

  it('is not made where the fonts lack a letter of the name', async () => {
    await expect(print({ holder: holderNamed('نورليلى') })).rejects.toThrow('no sign in the fonts');
  });
});

describe('the front', () => {
  it.each([
    'PEMERINTAH PROVINSI KALIMANTAN TENGAH',
    'SERTIFIKAT',
    'Nomor 0087/KKP-II/PLUT-KT/XI/2027',
    'diberikan kepada\nNorlaila\nNIM 2411160087 · Program Studi Ekonomi Syariah · UIN Palangka Raya',
    'LULUS',
    'Kelas Kader Pendamping UMKM Angkatan II',
    'diselenggarakan oleh PLUT-KUMKM Kalimantan Tengah pada tanggal 24 Agustus s.d. 18 November 2027',
    '80 (delapan puluh) JP',
    'dengan predikat\nMemuaskan',
    'Palangka Raya, 18 November 2027\nKepala UPT PLUT-KUMKM\nDra. Yosevina Tundan, M.Si.',
    'Pembina Tingkat I\nNIP 19780412 200501 2 003',
    'kader.contoh.test/verify/7KQF-2M9X-RT4D-8WPA',
  ])('says %j', (text) => {
    expect(ordinary).toContain(text);
  });

  it('names who acts for another, and no number for who has none', async () => {
    const signatories = [
      {
        prefix: 'Plt.',
        position: 'Rektor',
        name: { before: '', name: 'Suparti', after: '' },
        rank: null,
        nip: null,
      },
    ];
    const text = await written({ signatories });
    expect(text).toContain('Plt. Rektor\nSuparti\nPeriksa');
    expect(text).not.toContain('NIP');
  });

  it('says that it is a reprint from the second edition on', async () => {
    expect(ordinary).not.toContain('Cetak ulang');
    expect(await written({ edition: 2 })).toContain('Cetak ulang · edisi 2');
  });

  it('leaves the distinction out where there is none', async () => {
    const components = [{ title: 'Ujian', weight: 10_000, score: 6890 }];
    const text = await written({ components, finalScore: 6890 });
    expect(text).not.toContain('dengan predikat');
    expect(text).toContain('80 (delapan puluh) JP\n.');
  });

  it('claims no licensed qualification and tells nothing private', () => {
    expect(ordinary).not.toMatch(/kompeten|BNSP|garuda|\bNIK\b|lahir|agama/i);
  });
});

describe('the transcript', () => {
  it.each([
    '8\nPasar digital, produksi, uji akhir\n8\n',
    '9\nPraktik lapangan\n16\nJumlah\n80',
    'Kuis\n15 %\n84,20',
    'Nilai akhir\n82,15\nPredikat\nMemuaskan\nPresensi\n21 dari 24',
    'Materi mengacu pada SKKNI Kepmenaker 181/2017',
  ])('says %j', (text) => {
    expect(ordinary).toContain(text);
  });

  it('does without attendance and practice where there are none', async () => {
    const text = await written({ attendance: null, practiceHours: 0 });
    expect(text).not.toContain('Presensi');
    expect(text).toContain('Jumlah\n64');
  });
});

describe('whatever the length of its texts', () => {
  const long = (words: number) => Array.from({ length: words }, () => 'Kusumawardhana').join(' ');
  const [signatory] = certificateFacts().signatories;
  const extreme: Partial<CertificateFacts> = {
    edition: 3,
    holder: {
      name: { before: 'Prof. Dr. Ir.', name: long(6), after: 'S.T., M.Eng., Ph.D.' },
      nim: '24.23.0041.24.23.0041',
      campus: long(4),
      studyProgramme: long(4),
    },
    course: { title: `Kelas ${long(6)}`, basis: long(14) },
    verifyUrl: 'https://kelas-kader.plut-kumkm.dinas-koperasi.kalteng.go.id/verify/7KQF-2M9X-RT4D-8WPA',
    signatories: [1, 2, 3].flatMap(() =>
      signatory
        ? [{ ...signatory, position: long(5), name: { before: 'Prof. Dr.', name: long(3), after: 'Ph.D.' } }]
        : [],
    ),
    modules: Array.from({ length: 12 }, () => ({ title: long(7), hours: 8 })),
    components: Array.from({ length: 8 }, () => ({ title: long(3), weight: 1250, score: 9999 })),
    finalScore: 9999,
  };

  it('stays on the sheet, legible, no line over another', async () => {
    const all = await pieces(extreme);
    expect(Math.min(...all.map((piece) => piece.left))).toBeGreaterThan(EDGE);
    expect(Math.max(...all.map((piece) => piece.right))).toBeLessThan(SHEET.width - EDGE);
    expect(Math.max(...all.map((piece) => piece.baseline))).toBeLessThan(SHEET.height - EDGE);
    expect(Math.min(...all.map((piece) => piece.size))).toBeGreaterThan(5.5);
    for (const front of [true, false]) expect(overlaps(sideOf(all, front))).toEqual([]);
  });

  it('keeps a name of any length on the sheet', async () => {
    const names = fc.stringMatching(/^[A-Z][a-z]{0,14}( [A-Z][a-z']{0,18}){0,6}$/);
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const all = await pieces({ holder: holderNamed(name) });
        const written = all.filter((piece) => piece.size > 12 && name.includes(piece.text.trim()));
        expect(written.map((piece) => piece.text).join('')).toBe(name);
        for (const piece of written) {
          expect(piece.left).toBeGreaterThan(EDGE);
          expect(piece.right).toBeLessThan(SHEET.width - EDGE);
        }
      }),
      { numRuns: 8 },
    );
  });
});

/** The pieces of one side: the back begins with the heading of the transcript. */
function sideOf(all: readonly Piece[], front: boolean): Piece[] {
  const turn = all.findIndex((piece) => piece.text.startsWith('Daftar Materi'));
  return front ? all.slice(0, turn) : all.slice(turn);
}

/** Pairs of pieces whose letters run into each other. */
function overlaps(all: readonly Piece[]): string[] {
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const [upper, lower] = one.baseline <= other.baseline ? [one, other] : [other, one];
      const beside = one.right <= other.left + 0.5 || other.right <= one.left + 0.5;
      const above = upper.baseline + upper.size * 0.22 <= lower.baseline - lower.size * 0.7;
      return beside || above ? [] : [`${one.text} / ${other.text}`];
    }),
  );
}
