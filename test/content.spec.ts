import { checkContent, isKit, lessonsOf } from '../src/course-packs/content-check.js';
import type { CoursePack, PackLesson, PackSession } from '../src/course-packs/course-pack.js';
import { equationsIn } from '../src/course-packs/equations.js';
import { measuredLesson } from '../src/course-packs/measured-lesson.js';
import { projectRoot } from '../src/platform/config/project-root.js';
import { loadCatalogues } from '../src/platform/i18n/catalogues.js';
import { Dictionary } from '../src/platform/i18n/words.js';
import { checkMarkdown } from '../src/platform/markdown/render-markdown.js';
import type { NumericBody } from '../src/quizzes/question-types/numeric.js';
import type { OptionsBody } from '../src/quizzes/question-types/options.js';
import type { SingleBody } from '../src/quizzes/question-types/single.js';
import { packFolders, readPackOf } from './support/packs.js';

const words = new Dictionary(loadCatalogues(projectRoot), 'Asia/Jakarta').in('id');
const course = await readPackOf('content/kader-pendamping');

const lessons = lessonsOf(course).map((lesson): [string, PackLesson] => [lesson.key, lesson]);
const kit = lessons.filter(([, lesson]) => isKit(lesson));
const taught = lessons.filter(([, lesson]) => !isKit(lesson));
const written: [string, PackSession][] = course.sessions
  .filter(({ activities }) => activities.length > 0)
  .map((session) => [session.key, session]);

const rendered = (lesson: PackLesson) => measuredLesson(lesson, course, words);

describe('The packs of the repository', () => {
  it.each(packFolders)('%s reads without a problem', async (folder) => {
    await expect(readPackOf(folder)).resolves.toMatchObject({ key: folder.split('/').at(-1) });
  });
});

describe('The course', () => {
  it('has 24 sessions of 64 JP in eight modules of three, on two tracks in turn', () => {
    expect(course).toMatchObject({ hours: 64, practiceHours: 16 });
    expect(course.sessions.map(({ key, number }) => `${key} ${number}`)).toEqual(
      Array.from({ length: 24 }, (_, index) => `P${index + 1} ${index + 1}`),
    );
    expect(course.sessions.map(({ track }) => track)).toEqual(
      Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'mentoring' : 'product')),
    );
    const sizes = course.modules.map(
      ({ key }) => course.sessions.filter(({ module }) => module === key).length,
    );
    expect(sizes).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('weighs its components as the passing rules say', () => {
    expect(course.components.map(({ key, weight }) => [key, weight])).toEqual([
      ['quiz', 1500],
      ['assignment', 2500],
      ['midterm', 1000],
      ['practice', 3000],
      ['final', 2000],
    ]);
  });

  it('has the content of its first sessions, each with a lesson and an exit quiz', () => {
    expect(written.map(([key]) => key)).toEqual(expect.arrayContaining(['P1', 'P2']));
    for (const [, { activities }] of written)
      expect(activities.map(({ kind }) => kind).slice(0, 2)).toEqual(['lesson', 'quiz']);
  });

  it('holds the standard of its content check', () => {
    expect(checkContent(course, words)).toEqual([]);
  });
});

describe.each(taught)('The lesson %s', (_key, lesson) => {
  it('computes rightly, and enough to learn by', () => {
    const equations = equationsIn(lesson.content.markdown);
    expect(equations.length).toBeGreaterThanOrEqual(4);
    expect(equations.filter(({ isRight }) => !isRight)).toEqual([]);
  });

  it('renders without a fact left open', () => {
    expect(rendered(lesson).html).not.toContain('{fakta');
  });
});

describe('The kit for the field', () => {
  it('has a form for each step, from consent to report', () => {
    expect(kit.map(([key]) => key)).toEqual([
      'kit-persetujuan',
      'kit-kebutuhan',
      'kit-rencana',
      'kit-kunjungan',
      'kit-laporan',
    ]);
  });

  it('asks for consent in four layers, under a version and its date', () => {
    const [, { content }] = kit[0]!;
    expect(content.markdown.match(/^\| [1-4]\. /gm)).toEqual(['| 1. ', '| 2. ', '| 3. ', '| 4. ']);
    expect(content.markdown).toMatch(/^\*\*Naskah versi \d+\.\d+, \d+ \p{L}+ \d{4}\.\*\*/mu);
  });
});

describe.each(kit)('The form %s', (_key, lesson) => {
  const { markdown } = lesson.content;
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));

  it('is there for who wants it, and counts for nothing', () => {
    expect(lesson).toMatchObject({ required: false, component: null, due: null });
  });

  it('leaves room to write', () => {
    expect(rows.join('\n').match(/\|\s+(?=\|)/g)!.length).toBeGreaterThanOrEqual(12);
  });

  it('knows the business by its code, and asks for nothing that nobody may keep', () => {
    expect(markdown).toContain('Kode usaha');
    expect(rows.filter((row) => /\b(NIK|KTP|KK|OTP|PIN|sandi|agama|suku|nama pemilik)\b/i.test(row))).toEqual(
      [],
    );
  });
});

describe.each(written)('The question bank of %s', (key, { questions, outcomes }) => {
  it('has twelve questions: four to remember, five to apply, three cases', () => {
    const count = (level: string): number => questions.filter(({ tags }) => tags.level === level).length;
    expect([count('ingat'), count('terapkan'), count('kasus')]).toEqual([4, 5, 3]);
    expect(questions).toHaveLength(12);
  });

  it('asks in five ways, mostly with four options', () => {
    const types = questions.map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['single', 'multiple', 'truefalse', 'numeric', 'short']));
    expect(types.filter((type) => type === 'single').length).toBeGreaterThan(6);
    const optionCounts = questions
      .filter(({ type }) => type === 'single')
      .map(({ body }) => (body as OptionsBody).options.length);
    expect(new Set(optionCounts)).toEqual(new Set([4]));
  });

  it('asks about every outcome, under keys of its own session', () => {
    expect(new Set(questions.map(({ tags }) => tags.outcome))).toEqual(
      new Set(outcomes.map((outcome) => outcome.key)),
    );
    expect(questions.filter((question) => !question.key.startsWith(`${key.toLowerCase()}-q`))).toEqual([]);
  });

  it('offers neither "all of these" nor "none of these"', () => {
    const texts = questions
      .flatMap(({ body }) => (body as Partial<OptionsBody>).options ?? [])
      .map(({ text }) => text);
    expect(
      texts.filter((text) => /\bsemua(nya)? (benar|salah)|tidak ada (yang|jawaban)/i.test(text)),
    ).toEqual([]);
  });

  it('does not give the key away as the longest option', () => {
    const single = questions
      .filter(({ type }) => type === 'single')
      .map(({ body }) => body as SingleBody)
      .filter(({ fixedOrder }) => !fixedOrder);
    const isKeyLongest = ({ options, correct }: SingleBody): boolean =>
      options.toSorted((a, b) => b.text.length - a.text.length)[0]!.id === correct;
    expect(single.filter(isKeyLongest).length).toBeLessThanOrEqual(single.length / 2);
  });

  it('has texts that render and compute rightly', () => {
    const all = questions.map((question) => JSON.stringify([question.stem, question.body]));
    expect(questions.flatMap(({ stem }) => checkMarkdown(stem, {}).problems)).toEqual([]);
    expect(equationsIn(all.join('\n')).filter(({ isRight }) => !isRight)).toEqual([]);
  });
});

/** What each month of a loan is paid by, where all months are equal and interest is on what is still owed. */
const instalment = (loan: number, yearlyRate: number, months: number): number =>
  (loan * yearlyRate) / 12 / (1 - (1 + yearlyRate / 12) ** -months);
/** Tax on sales in rupiah: on what exceeds the free part. */
const finalTax = (sales: number, free: number): number => Math.max(0, sales - free) * 0.005;

// The right answer of each numeric question, from the numbers that its stem shows.
const number = (text: string | undefined): number => Number(text?.replaceAll('.', '').replace(',', '.'));
const formulas: Record<string, (values: Record<string, string>) => number> = {
  'p1-q05': ({ sebulan }) => number(sebulan) * 1_000_000 * 12,
  'p1-q08': ({ umkm, dampingan }) => (number(dampingan) / number(umkm)) * 100,
  'p2-q05': ({ bahan, dibuat, pembeli, legal }) =>
    number(bahan) + number(dibuat) + number(pembeli) + number(legal),
  'p3-q05': ({ selisih, botol }) => number(selisih) * number(botol) * 12,
  'p5-q05': ({ minggu, acara }) => number(minggu) * 3 - number(acara),
  'p7-q05': ({ detik }) => (number(detik) / 600) * 100,
  'p9-q05': ({ satu, dua, tiga, hari }) => ((number(satu) + number(dua) + number(tiga)) / 3) * number(hari),
  'p4-q05': ({ biaya, harga }) => Math.ceil(number(biaya) / number(harga)),
  'p6-q05': ({ lebar, toleransi }) => number(lebar) - number(toleransi),
  'p8-q05': ({ batas, adonan }) => number(batas) * number(adonan),
  'p10-q05': ({ total, kemasan }) => number(total) / 5 - number(kemasan),
  'p11-q05': ({ jual, biaya, laci }) => number(jual) - number(biaya) - number(laci),
  'p12-q05': ({ bahan, jelas }) => (1 - number(jelas) / number(bahan)) * 100,
  'p13-q05': ({ awal, persen }) => number(awal) * (1 + number(persen) / 100),
  'p14-q05': ({ bahan, kemasan, upah, overhead, dibuat, rusak }) =>
    (number(bahan) + number(kemasan) + number(upah) + number(overhead)) / (number(dibuat) - number(rusak)),
  'p14-q06': ({ hpp, margin }) => number(hpp) / (1 - number(margin) / 100),
  'p15-q05': ({ biaya, masa, kelas }) => (number(biaya) * number(kelas)) / number(masa),
  'p16-q05': ({ kirim, biaya, rusak }) => (number(kirim) * number(biaya)) / (number(kirim) - number(rusak)),
  'p17-q05': ({ awal, masuk, keluar }) => number(awal) + number(masuk) - number(keluar),
  'p17-q06': ({ omzet }) => finalTax(number(omzet) * 1_000_000, 500_000_000),
  'p18-q05': ({ foto, ukuran, sinyal }) => (number(foto) * number(ukuran)) / number(sinyal),
  'p19-q05': ({ pokok, bulan }) => instalment(number(pokok), 0.06, number(bulan)),
  'p19-q06': ({ kas, angsuran }) => (number(angsuran) / number(kas)) * 100,
  'p20-q05': ({ harga, persen, potongan, kotak }) =>
    number(harga) * (1 - number(persen) / 100) - number(potongan) - number(kotak),
  'p21-q05': ({ hari, jumlah, hpp }) => (number(jumlah) * number(hpp) * number(hari)) / 30,
  'p22-q05': ({ menit, waktu, tolak }) => (number(waktu) / number(menit)) * (1 - number(tolak) / 100),
  'p22-q06': ({ laku, hari }) => number(laku) * number(hari),
  'p23-q05': ({ awal, akhir, sekali }) =>
    ((number(akhir) - number(sekali) - number(awal)) / number(awal)) * 100,
  'p24-q05': ({ jual, harga, hpp, meja }) => number(jual) * (number(harga) - number(hpp)) - number(meja),
};

describe('The numeric questions', () => {
  const numeric = course.sessions
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'numeric');

  it.each(numeric.map((question) => [question.key, question.body as NumericBody] as const))(
    '%s has the answers that its numbers give',
    (key, { variants, tolerance }) => {
      expect(variants!.length).toBeGreaterThan(1);
      for (const { values, correct } of variants!)
        expect(Math.abs(formulas[key]!(values) - correct)).toBeLessThanOrEqual(tolerance);
    },
  );
});

describe('The exams', () => {
  const exams = course.sessions.flatMap(({ key, activities }) =>
    activities.flatMap((activity) =>
      activity.kind === 'quiz' && activity.content.purpose !== 'exit' ? [{ session: key, ...activity }] : [],
    ),
  );
  const sessionsUpTo = (last: number): string[] =>
    course.sessions.filter(({ number }) => number <= last).map(({ key }) => key);

  it('are one in the middle, on P1 to P12, and one at the end, on all', () => {
    expect(exams).toMatchObject([
      {
        session: 'P12',
        component: 'midterm',
        content: { purpose: 'midterm', questions: 40, minutes: 60, from: sessionsUpTo(12) },
      },
      {
        session: 'P24',
        component: 'final',
        content: { purpose: 'final', questions: 50, minutes: 75, from: sessionsUpTo(24) },
      },
    ]);
  });

  it('are taken once, and show the key when nobody can take them any more', () => {
    for (const { content } of exams) expect(content).toMatchObject({ attempts: 1, review: 'afterDue' });
  });
});

describe('The assignments', () => {
  const assignments = (pack: CoursePack) =>
    pack.sessions.flatMap(({ activities }) =>
      activities.filter((activity) => activity.kind === 'assignment'),
    );

  it('describe four levels that differ for every criterion', async () => {
    const all = [...assignments(course), ...assignments(await readPackOf('test/packs/satu-pertemuan'))];
    expect(all.map(({ key }) => key)).toEqual(expect.arrayContaining(['T1', 'catatan']));
    for (const { content } of all)
      for (const { levels } of content.rubric) expect(new Set(Object.values(levels)).size).toBe(4);
  });

  it.each([
    ['T1', 'assignment', 'team', [30, 30, 25, 15]],
    ['T3', 'assignment', 'none', [25, 25, 25, 25]],
    ['T6', 'assignment', 'pair', [25, 30, 30, 15]],
    ['T10', 'assignment', 'individual', [35, 35, 20, 10]],
    ['T11', 'assignment', 'team', [30, 30, 25, 15]],
    ['T12', 'assignment', 'pair', [35, 30, 25, 10]],
    ['T13', 'assignment', 'team', [25, 25, 30, 20]],
    ['T14', 'practice', 'pair', [15, 30, 30, 15, 10]],
    ['praktik', 'practice', 'none', [25, 25, 20, 15, 15]],
    ['presentasi', 'final', 'none', [30, 25, 20, 15, 10]],
    ['produk', 'final', 'none', [30, 25, 20, 15, 10]],
  ])('has %s as the syllabus weighs it', (key, component, submitsAs, percentages) => {
    const found = assignments(course).find((assignment) => assignment.key === key);
    expect(found).toMatchObject({ component, content: { submitsAs } });
    expect(found!.content.rubric.map(({ weight }) => weight / 100)).toEqual(percentages);
  });
});

// What the lessons compute, once more from what they start from; a sum that is rounded there is rounded here.
const sum = (...parts: number[]): number => parts.reduce((total, part) => total + part, 0);
const atMargin = (cost: number, margin: number): number => cost / (1 - margin);
const breakEven = (fixed: number, price: number, cost: number): number => Math.ceil(fixed / (price - cost));

const kelakai = {
  materials: sum(5 * 15_000, 4 * 14_000, 12_000, 10 * 2_500, 22_000, 4 * 18_000),
  packing: 40 * 1_600,
  labour: 2 * 6 * 12_500,
  overhead: sum(25_000, 10_000, 4_800_000 / 48 / 8, 15_000),
};
const kelakaiBatch = sum(...Object.values(kelakai));
const kelakaiCost = Math.round(kelakaiBatch / (40 - 2));
const bagCost = sum(45_000, 5_000, 18_000, 12_000, 6 * 12_500, 7_000, 3_000);

const shop = {
  sales: sum(4_200_000, 3_900_000),
  purchases: sum(2_900_000, 3_100_000),
  expenses: sum(150_000, 170_000),
  showcase: 800_000,
  wage: 600_000,
};
const shopSpent = sum(shop.purchases, shop.expenses, shop.showcase, shop.wage);
const shopGoods = 1_500_000 + shop.purchases - 1_400_000;
const shopProfit = shop.sales - shopGoods - shop.expenses - shop.showcase / 40 / 2;

const monthly = Math.round(instalment(10_000_000, 0.06, 24));

const netPrice = (price: number, feePercent: number, discount: number, box: number): number =>
  price * (1 - feePercent / 100) - discount - box;
const ordinarySale = netPrice(20_000, 8, 1_000, 1_200);
const promotion = netPrice(20_000, 12, 3_000, 1_200);

const packsPerDay = (320 / (160 / 40)) * 0.95;
const cashAfter = (...sold: number[]): number =>
  sold.reduce((cash, packs) => cash + packs * (20_000 - kelakaiCost) - 1_200_000, 400_000);

describe('The worked examples', () => {
  it.each<[string, string, number, decimals?: number]>([
    ['p14-materi', 'materials of a batch', kelakai.materials],
    ['p14-materi', 'packing of a batch', kelakai.packing],
    ['p14-materi', 'labour of a batch', kelakai.labour],
    ['p14-materi', 'overhead of a batch', kelakai.overhead],
    ['p14-materi', 'cost of a batch', kelakaiBatch],
    ['p14-materi', 'cost of a pack, broken ones too', kelakaiBatch / 40],
    ['p14-materi', 'cost of a good pack', kelakaiCost],
    ['p14-materi', 'price at a margin of 30 %', atMargin(kelakaiCost, 0.3)],
    ['p14-materi', 'price at a markup of 30 %', kelakaiCost * 1.3],
    ['p14-materi', 'margin of the rounded price', ((20_000 - kelakaiCost) / 20_000) * 100, 1],
    ['p14-materi', 'profit through a reseller', 20_000 * (1 - 0.2) - kelakaiCost],
    ['p14-materi', 'break-even', breakEven(1_200_000, 20_000, kelakaiCost)],
    ['p14-materi', 'break-even at the old price', breakEven(1_200_000, 15_000, kelakaiCost)],
    ['p14-materi', 'packs that can be made in a month', 8 * (40 - 2)],
    ['p14-materi', 'price of a bag at a margin of 35 %', atMargin(bagCost, 0.35)],
    ['p17-materi', 'cash of two weeks, in', shop.sales],
    ['p17-materi', 'cash of two weeks, out', shopSpent],
    ['p17-materi', 'cash that is left', 500_000 + shop.sales - shopSpent],
    ['p17-materi', 'cost of the goods sold', shopGoods],
    ['p17-materi', 'profit', shopProfit],
    ['p17-materi', "profit after the owner's wage", shopProfit - shop.wage],
    ['p17-materi', 'tax of a person below the free part', finalTax(360_000_000, 500_000_000)],
    ['p17-materi', 'tax of a person above it', finalTax(620_000_000, 500_000_000)],
    ['p17-materi', 'tax of a firm, which has no free part', finalTax(620_000_000, 0)],
    ['p19-materi', 'instalment by annuity', instalment(10_000_000, 0.06, 24)],
    ['p19-materi', 'interest of all months', monthly * 24 - 10_000_000],
    ['p19-materi', 'instalment at flat interest', (10_000_000 * (1 + 0.06 * 2)) / 24],
    ['p19-materi', 'share of net cash', (monthly / 1_300_000) * 100, 1],
    ['p19-materi', 'instalment of a smaller loan', instalment(8_000_000, 0.06, 24)],
    ['p19-materi', 'its share of net cash', (instalment(8_000_000, 0.06, 24) / 1_300_000) * 100, 1],
    ['p20-materi', 'net price of an ordinary sale', ordinarySale],
    ['p20-materi', 'profit of an ordinary sale', ordinarySale - kelakaiCost],
    ['p20-materi', 'net price in a promotion', promotion],
    ['p20-materi', 'loss in a promotion', kelakaiCost - promotion],
    ['p22-materi', 'good packs in a day', packsPerDay],
    ['p22-materi', 'days for an order of 200', 200 / packsPerDay, 1],
    ['p22-materi', 'least stock', 12 * 4],
    ['p22-materi', 'break-even with the stall', breakEven(2_100_000, 20_000, kelakaiCost)],
    ['p22-materi', 'cash after a month', cashAfter(180)],
    ['p22-materi', 'cash after two', cashAfter(180, 220)],
    ['p22-materi', 'cash after three', cashAfter(180, 220, 260)],
  ])('%s: %s', (key, _what, result, decimals = 0) => {
    const [, lesson] = lessons.find(([one]) => one === key)!;
    const written = result.toLocaleString('id-ID', { maximumFractionDigits: decimals });
    const alone = new RegExp(
      String.raw`(?<![\d.,])${written.replaceAll('.', String.raw`\.`)}(?![\d]|[.,]\d)`,
    );
    expect(lesson.content.markdown).toMatch(alone);
  });
});

describe('The pack of one session', () => {
  it('asks one question of each type that needs no person to grade', async () => {
    const pack = await readPackOf('test/packs/satu-pertemuan');
    expect(pack.sessions[0]!.questions.map(({ type }) => type)).toEqual([
      'single',
      'multiple',
      'truefalse',
      'numeric',
      'short',
    ]);
    expect(pack.components.map(({ weight }) => weight)).toEqual([4000, 6000]);
    expect(equationsIn(lessonsOf(pack)[0]!.content.markdown)).toEqual([
      { text: '240.000 − 145.000 = Rp95.000', isRight: true },
    ]);
  });
});
