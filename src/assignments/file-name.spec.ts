import * as fc from 'fast-check';
import { safeFileName } from './file-name.js';

describe('a safe file name', () => {
  it.each([
    ['rencana.pdf', 'pdf', 'rencana.pdf'],
    ['Rencana Pendampingan (final) v2.pdf', 'pdf', 'Rencana Pendampingan (final) v2.pdf'],
    ['Laporan Rafi’i & Éka — ñ.pdf', 'pdf', 'Laporan Rafi’i & Éka — ñ.pdf'],
    ['E\u0301ka.pdf', 'pdf', 'Éka.pdf'],
    ['tanya\u037E.pdf', 'pdf', 'tanya-.pdf'],
    ['报告.pdf', 'pdf', '报告.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\Deri\\tugas.docx', 'docx', 'tugas.docx'],
    ['/tmp/', 'pdf', 'file.pdf'],
    ['', 'pdf', 'file.pdf'],
    ['..', 'pdf', 'file.pdf'],
    ['.htaccess', 'pdf', 'htaccess.pdf'],
    ['.pdf', 'pdf', 'file.pdf'],
    ['nama. . .', 'pdf', 'nama.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'pdf', 'a Set-Cookie- x.pdf'],
    ['a\u0000b\u0007.pdf', 'pdf', 'ab.pdf'],
    ['foto\u202Egpj.exe', 'jpg', 'fotogpj.exe.jpg'],
    ['\u200Bfoto\uFEFF.jpg', 'jpg', 'foto.jpg'],
    ['dua   spasi\u00a0keras.pdf', 'pdf', 'dua spasi keras.pdf'],
    ['a<b>c:d"e|f?g*h.pdf', 'pdf', 'a-b-c-d-e-f-g-h.pdf'],
    ['foto.JPG', 'jpg', 'foto.jpg'],
    ['foto.jpeg', 'jpg', 'foto.jpg'],
    ['foto.jpg', 'pdf', 'foto.jpg.pdf'],
    ['virus.exe', 'pdf', 'virus.exe.pdf'],
    ['con.pdf', 'pdf', '_con.pdf'],
    ['LPT1.tar.pdf', 'pdf', '_LPT1.tar.pdf'],
    ['contoh.pdf', 'pdf', 'contoh.pdf'],
    [`${'panjang '.repeat(60)}.pdf`, 'pdf', `${'panjang '.repeat(22).trim()}.pdf`],
    [`${'é'.repeat(300)}.pdf`, 'pdf', `${'é'.repeat(88)}.pdf`],
    [`${'👩‍🌾'.repeat(40)}.pdf`, 'pdf', `${'👩🌾'.repeat(22)}.pdf`],
    [`a${'\u0301'.repeat(300)}.pdf`, 'pdf', 'file.pdf'],
  ])('%j of a %s is %j', (given, ending, safe) => {
    expect(safeFileName(given, ending)).toBe(safe);
  });

  it('holds nothing harmful, whatever is given, and is settled', () => {
    const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
    const hostile = fc.string({ unit: fc.constantFrom(...'a./\\:*"\u0000\r\n\u202E\u2028\ud800 %;é👩') });
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: anyCharacter })),
        fc.constantFrom('pdf', 'jpg'),
        (given, ending) => {
          const name = safeFileName(given, ending);
          expect(name).not.toMatch(/[/\\<>:"|?*%;\p{C}\p{Zl}\p{Zp}]|^[.\s]|[.\s]$/u);
          expect(name.endsWith(`.${ending}`)).toBe(true);
          expect(name.length).toBeGreaterThan(ending.length + 1);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
          expect(safeFileName(name, ending)).toBe(name);
        },
      ),
    );
  });
});
