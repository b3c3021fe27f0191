import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { spellingKey } from '../courses/glossary-term.js';
import type { CoursePack, PackActivity, PackQuestion, PackSession } from './course-pack.js';
import { readPackFolder } from './pack-folder.js';
import { readPack } from './pack-reader.js';
import { writePack } from './pack-writer.js';

const again = (pack: CoursePack) => readPack(writePack(pack));

const textsOf = (pack: CoursePack): Record<string, string> =>
  Object.fromEntries(
    [...writePack(pack)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
  );

async function packOf(folder: string): Promise<CoursePack> {
  const { pack, problems } = readPack(await readPackFolder(folder));
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

/** A line that means something else in YAML as often as not. */
const line = fc
  .string({ unit: fc.constantFrom(...'ab1 0:-#"\'?,{}&*!|>%@`é·ü~.'), minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() === text);
/** Markdown of several lines; nothing that refers to anything. */
const markdown = fc
  .string({ unit: fc.constantFrom(...'ab1 :-#"\'?,&*|>%@é·\n'), minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() === text && !text.includes(':::'));
const score = fc.nat(10_000);
const level = fc.constantFrom('ingat' as const, 'terapkan' as const, 'kasus' as const);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const rule = fc.constantFrom('0', '0 end', '-3d', '+7d 23:59', '+7d end');

const identity = {
  title: line,
  required: fc.boolean(),
  component: optional(fc.constantFrom('quiz', 'task')),
  weight: fc.integer({ min: 1, max: 1000 }),
  opens: optional(rule),
  due: optional(rule),
  passMark: optional(score),
  critical: optional(fc.constant('ethics')),
};

const lesson = fc.record({
  ...identity,
  kind: fc.constant('lesson' as const),
  content: fc.record({
    minutes: fc.integer({ min: 1, max: 120 }),
    checkedOn: fc.constant('2026-11-24'),
    markdown: markdown.map((text) => `${text}\n`),
  }),
});
const quiz = fc.record({
  ...identity,
  kind: fc.constant('quiz' as const),
  content: fc
    .record({
      questions: fc.constant(1),
      minutes: fc.integer({ min: 1, max: 600 }),
      attempts: fc.integer({ min: 1, max: 10 }),
      gapHours: fc.nat(720),
      review: fc.constantFrom('afterAttempt' as const, 'afterDue' as const, 'never' as const),
      final: fc.boolean(),
    })
    .map(({ final, ...settings }) => ({
      ...settings,
      purpose: final ? ('final' as const) : ('exit' as const),
      from: final ? ['P1'] : [],
    })),
});
const levels = fc.record({ 4: line, 3: line, 2: line, 1: line });
const rubric = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), line, line, levels, levels)
  .map(([weight, one, two, first, second]) => [
    { key: 'satu', name: one, weight, levels: first },
    { key: 'dua', name: two, weight: 10_000 - weight, levels: second },
  ]);
const assignment = fc.record({
  ...identity,
  kind: fc.constant('assignment' as const),
  content: fc
    .record({
      instructions: markdown,
      rubric,
      live: fc.boolean(),
      megabytes: fc.integer({ min: 1, max: 100 }),
    })
    .map(({ live, megabytes, ...texts }) => ({
      ...texts,
      submitsAs: live ? ('none' as const) : ('pair' as const),
      accepts: live ? [] : ['pdf' as const, 'jpg' as const],
      maxBytes: live ? 0 : megabytes * 1_000_000,
      maxFiles: live ? 0 : 3,
    })),
});

const letters = fc.constantFrom(['a', 'b', 'c'], ['c', 'a', 'j'], ['b', 'c', 'd']);
const options = fc
  .tuple(
    letters,
    fc.uniqueArray(line, {
      minLength: 3,
      maxLength: 3,
      selector: (text) => text.normalize('NFKC').replace(/\s+/g, ' '),
    }),
    line,
  )
  .map(([ids, texts, explanation]) =>
    ids.map((id, index) => ({ id, text: texts[index] ?? '', explanation })),
  );
const number = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000);
const bodies = {
  single: fc.tuple(options, fc.nat(2), fc.boolean()).map(([options, right, fixed]) => ({
    options,
    ...(fixed ? { fixedOrder: true } : {}),
    correct: options[right]?.id,
  })),
  multiple: fc.tuple(options, fc.integer({ min: 1, max: 2 })).map(([options, count]) => ({
    options,
    correct: options.slice(0, count).map(({ id }) => id),
  })),
  truefalse: fc.record({ correct: fc.boolean(), explanation: line }),
  numeric: fc.record({ correct: number, tolerance: fc.nat(9), explanation: line }),
  short: fc.record({ accepted: fc.constant(['rujukan', 'fungsi rujukan']), explanation: line }),
  essay: fc.record({ guidance: markdown }),
};
const question = fc
  .constantFrom('single', 'multiple', 'truefalse', 'numeric', 'short', 'essay')
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      stem: markdown.filter((text) => !/[{}]/.test(text)),
      body: bodies[type],
      tags: fc.record({ outcome: fc.constant('tahu'), level }),
      mustPass: fc.boolean(),
    }),
  );

const session = fc
  .record({
    title: line,
    unit: optional(line.filter((text) => text.length <= 40)),
    summary: line,
    questions: fc.array(question, { minLength: 1, maxLength: 4 }),
    activities: fc.array(fc.oneof(lesson, quiz, assignment), { maxLength: 4 }),
  })
  .map(({ questions, activities, ...plan }): PackSession => ({
    ...plan,
    key: 'P1',
    number: 1,
    track: 'mentoring',
    module: 'M1',
    outcomes: [{ key: 'tahu', text: 'Tahu.' }],
    // One must-pass question fits into any quiz of one question.
    questions: questions.map((one, index): PackQuestion => ({
      ...one,
      key: `q${index}`,
      mustPass: one.mustPass && index === 0,
    })),
    activities: activities.map((one, index): PackActivity => ({
      ...one,
      key: `K${index}`,
      position: index + 1,
    })),
  }));

const fact = fc.record({
  key: fc.constant('tarif'),
  value: line,
  unit: optional(line),
  source: line,
  checkedOn: fc.constant('2026-11-24'),
  expiresOn: optional(fc.constant('2027-01-31')),
  flag: optional(fc.constantFrom('changing' as const, 'conflicting' as const, 'unverified' as const)),
  note: optional(markdown),
});

const term = fc
  .tuple(fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: spellingKey }), line)
  .map(([[term = '', ...aliases], meaning]) => ({ key: 'hpp', term, aliases, meaning }));

const smallPack = fc
  .record({
    title: line,
    summary: line,
    name: line,
    weight: fc.integer({ min: 1, max: 9999 }),
    min: score,
    session,
    fact: optional(fact),
    term: optional(term),
  })
  .map(({ title, summary, name, weight, min, session, fact, term }): CoursePack => ({
    key: 'kecil',
    title,
    summary,
    language: 'id',
    hours: 3,
    practiceHours: 0,
    components: [
      { key: 'quiz', name, weight },
      { key: 'task', name, weight: 10_000 - weight },
    ],
    criticalAspects: [{ key: 'ethics', name }],
    modules: [{ key: 'M1', title, hours: 3 }],
    requirements: [
      { kind: 'attendance', minPercent: 80 },
      { kind: 'finalScore', min },
      { kind: 'criticalAspects', min, mustPass: true },
      { kind: 'componentScore', component: 'task', min },
      { kind: 'validVisits', min: 4, minBusinesses: 1 },
      { kind: 'requiredActivities' },
    ],
    facts: fact ? [fact] : [],
    glossary: term ? [term] : [],
    pictures: [],
    files: [],
    sessions: [session],
  }));

describe('the files of a pack', () => {
  it('read as the pack that they were written from', () => {
    fc.assert(
      fc.property(smallPack, (pack) => {
        expect(again(pack)).toEqual({ pack });
      }),
    );
  });

  it.each(['content/kader-pendamping', 'test/packs/satu-pertemuan'])(
    'of %s read as it does',
    async (folder) => {
      const pack = await packOf(folder);
      expect(again(pack)).toEqual({ pack });
    },
  );

  it('are the same for equal packs, and laid out for people', async () => {
    const pack = await packOf('test/packs/satu-pertemuan');
    expect(textsOf(structuredClone(pack))).toEqual(textsOf(pack));
    expect(Object.keys(textsOf(pack)).filter((path) => !path.startsWith('pictures/'))).toEqual([
      'course.yaml',
      'sessions/01-mencatat-penjualan-sehari/session.yaml',
      'sessions/01-mencatat-penjualan-sehari/lesson.md',
      'sessions/01-mencatat-penjualan-sehari/quiz.yaml',
      'sessions/01-mencatat-penjualan-sehari/task-catatan.yaml',
      'sessions/01-mencatat-penjualan-sehari/questions.yaml',
    ]);
  });

  it('keep a lesson as its author wrote it', async () => {
    const pack = await packOf('test/packs/satu-pertemuan');
    const lesson = Object.entries(textsOf(pack)).find(([path]) => path.endsWith('lesson.md'))?.[1];
    const folder = 'test/packs/satu-pertemuan/sessions';
    const [name] = [...(await readPackFolder(folder)).keys()].filter((path) => path.endsWith('lesson.md'));
    const written = readFileSync(`${folder}/${name}`, 'utf8');
    expect(lesson?.split('---\n').slice(2)).toEqual(written.split('---\n').slice(2));
  });
});
