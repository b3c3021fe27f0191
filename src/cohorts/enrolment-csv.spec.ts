import { readFileSync } from 'node:fs';
import { readEnrolmentCsv } from './enrolment-csv.js';

const head = 'nim;nama;kampus;kelas';
const problemsOf = (text: string) =>
  readEnrolmentCsv(text).problems.map(({ line, key }) => `${line} ${key.split('.').at(-1)}`);

describe('a list of students', () => {
  it('is read whole', () => {
    const text =
      "NIM,Nama,Kampus,Prodi,Surel,HP,Kelas,Kelompok,Duet\n2411160087,Muhammad Rafi'i,UIN,Ekonomi Syariah,Rafii@Contoh.test,0812-0000-1234,A,Kelompok 1,Duet 2\n";
    expect(readEnrolmentCsv(text)).toEqual({
      problems: [],
      rows: [
        {
          line: 2,
          nim: '2411160087',
          name: "Muhammad Rafi'i",
          campus: 'UIN',
          studyProgramme: 'Ekonomi Syariah',
          email: 'rafii@contoh.test',
          phone: '+6281200001234',
          className: 'A',
          team: 'Kelompok 1',
          pair: 'Duet 2',
        },
      ],
    });
  });

  it.each([
    ['semicolons', 'nim;nama;kampus;kelas\n1;Suparti;UIN;A'],
    ['tabs, as pasted from a spreadsheet', 'nim\tnama\tkampus\tkelas\n1\tSuparti\tUIN\tA'],
    ['commas', 'nim,nama,kampus,kelas\n1,Suparti,UIN,A'],
    ['Windows line ends and a byte order mark', '\uFEFFnim;nama;kampus;kelas\r\n1;Suparti;UIN;A\r\n'],
    ['columns in another order, unknown ones too', 'nama;catatan;kelas;nim;kampus\nSuparti;x;A;1;UIN'],
    ['empty lines', '\nnim;nama;kampus;kelas\n\n;;;\n1;Suparti;UIN;A\n\n'],
    ['an apostrophe that keeps a number a text', "nim;nama;kampus;kelas\n'1;Suparti;UIN;A"],
    ['English heads', 'NIM;Name;Campus;Class\n1;Suparti;UIN;A'],
  ])('may have %s', (_what, text) => {
    const { rows, problems } = readEnrolmentCsv(text);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ nim: '1', name: 'Suparti', campus: 'UIN', className: 'A' }]);
  });

  it('names the line of the file, empty lines counted', () => {
    expect(
      readEnrolmentCsv(`${head}\n\n1;Suparti;UIN;A\n\n2;Norlaila;UIN;A`).rows.map(({ line }) => line),
    ).toEqual([3, 5]);
  });

  it.each([
    ['nothing', '', ['1 noRows']],
    ['a head alone', head, ['1 noRows']],
    ['no head', '1;Suparti;UIN;A', ['1 missingColumns']],
    ['an open quote', `${head}\n1;"Suparti;UIN;A`, ['1 unreadable']],
    ['a row without a NIM and a name', `${head}\n;;UIN;A`, ['2 empty', '2 empty']],
    ['a wrong e-mail address', `${head};surel\n1;Suparti;UIN;A;suparti`, ['2 email']],
    ['a wrong phone number', `${head};hp\n1;Suparti;UIN;A;12`, ['2 phone']],
    ['a NIM that is too long', `${head}\n${'1'.repeat(21)};Suparti;UIN;A`, ['2 tooLong']],
    ['too many rows', `${head}${'\n1;Suparti;UIN;A'.repeat(501)}`, ['1 tooManyRows']],
  ])('is refused where it holds %s', (_what, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each(['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)', '\u202Eabc', 'Sup\u0007arti', '<b>'])(
    'takes no name such as %j, which a spreadsheet or a page could run',
    (name) => {
      expect(problemsOf(`nim\tnama\tkampus\tkelas\n1\t${name}\tUIN\tA`)).toEqual(['2 strange']);
    },
  );

  it('takes formulas in no other column either', () => {
    expect(problemsOf(`${head};prodi;surel;kelompok\n=1;Suparti;@UIN;-A;=x;+a@b.test;@k`)).toEqual(
      Array.from({ length: 6 }, () => '2 strange'),
    );
  });

  it.each(['angkatan-1.csv', 'angkatan-2.csv'])('of the demo is right: %s', (file) => {
    const { rows, problems } = readEnrolmentCsv(readFileSync(`content/demo/${file}`, 'utf8'));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(120);
  });
});
