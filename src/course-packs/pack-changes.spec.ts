import type { CoursePack, PackActivity, PackSession } from './course-pack.js';
import { packChanges } from './pack-changes.js';
import { packEdition } from './pack-items.js';
import { readPackFolder } from './pack-folder.js';
import { readPack } from './pack-reader.js';

const { pack } = readPack(await readPackFolder('test/packs/satu-pertemuan'));
if (!pack) throw new Error('the pack of the tests has problems');
const firstFact = {
  key: 'pajak-final',
  value: '0,5',
  unit: '%',
  source: 'PP 55/2022',
  checkedOn: '2026-11-24',
  expiresOn: null,
  flag: null,
  note: null,
};
const course: CoursePack = {
  ...pack,
  facts: [firstFact, { ...firstFact, key: 'pajak-batas' }],
  glossary: [
    { key: 'hpp', term: 'HPP', aliases: ['harga pokok'], meaning: 'Biaya satu barang.' },
    { key: 'omzet', term: 'omzet', aliases: [], meaning: 'Uang dari jualan.' },
  ],
  pictures: [{ name: 'hpp.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg/>') }],
  files: [{ name: 'buku-kas.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-') }],
};

const [session] = course.sessions;
if (!session) throw new Error('the pack of the tests has no session');

const withSession = (change: Partial<PackSession>): CoursePack => ({
  ...course,
  sessions: [{ ...session, ...change }],
});
const withActivity = (key: string, change: (activity: PackActivity) => PackActivity): CoursePack =>
  withSession({ activities: session.activities.map((one) => (one.key === key ? change(one) : one)) });

const [firstActivity] = session.activities;
const [firstQuestion] = session.questions;
if (!firstActivity || !firstQuestion) throw new Error('the pack of the tests lacks something');

function anotherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}-lain`;
  const members = value as object[];
  const [first = {}] = members;
  const named = { ...first, key: 'lain', name: 'lain', number: 99 };
  return [...members, named];
}

const summary = (current: CoursePack | null, incoming: CoursePack): string[] =>
  packChanges(current, incoming).changes.map(({ what, kind, key }) => `${what} ${kind} ${key}`);

describe('what an import would change', () => {
  it.each<[string, CoursePack, string[]]>([
    ['nothing, where the pack is the course', course, []],
    ['the name of the course', { ...course, title: 'Lain' }, [`changed course ${course.key}`]],
    [
      'a date rule',
      withActivity(firstActivity.key, (one) => ({ ...one, due: '+9d' })),
      [`changed ${firstActivity.kind} ${firstActivity.key}`],
    ],
    ['what a session is about', withSession({ summary: 'Lain' }), ['changed session 1']],
    [
      'one question, and no other of its file',
      withSession({
        questions: session.questions.map((one, at) => (at === 0 ? { ...one, stem: 'X?' } : one)),
      }),
      [`changed question ${firstQuestion.key}`],
    ],
    [
      'a question more',
      withSession({ questions: [...session.questions, { ...firstQuestion, key: 'baru' }] }),
      ['added question baru'],
    ],
    [
      'a question less: it stays',
      withSession({ questions: session.questions.slice(1) }),
      [`kept question ${firstQuestion.key}`],
    ],
    [
      'an activity less: it stays, and its session is the same',
      withSession({ activities: session.activities.slice(1) }),
      [`kept ${firstActivity.kind} ${firstActivity.key}`],
    ],
    [
      'the order of activities',
      withSession({ activities: session.activities.toReversed() }),
      ['changed session 1'],
    ],
    [
      'a fact',
      { ...course, facts: [{ ...firstFact, value: '99' }, ...course.facts.slice(1)] },
      [`changed fact ${firstFact.key}`],
    ],
    ['a fact less', { ...course, facts: course.facts.slice(1) }, [`kept fact ${firstFact.key}`]],
    [
      'what a term means',
      { ...course, glossary: course.glossary.map((one) => ({ ...one, meaning: `${one.key}.` })) },
      ['changed term hpp', 'changed term omzet'],
    ],
    ['a term less: it stays', { ...course, glossary: course.glossary.slice(1) }, ['kept term hpp']],
    [
      'the bytes of a picture',
      {
        ...course,
        pictures: course.pictures.map((one) => ({ ...one, bytes: Buffer.from('x') })),
      },
      ['changed picture hpp.svg'],
    ],
    [
      'the bytes of a file',
      { ...course, files: course.files.map((one) => ({ ...one, bytes: Buffer.from('x') })) },
      ['changed file buku-kas.pdf'],
    ],
    ['a picture that nothing shows any more', { ...course, pictures: [] }, []],
  ])('%s', (_what, incoming, expected) => {
    expect(summary(course, incoming)).toEqual(expected);
  });

  it.each(Object.keys(course) as (keyof CoursePack)[])('knows of %s, as of all that a pack holds', (part) => {
    const other = { ...course, [part]: anotherValue(course[part]) } as CoursePack;
    expect(packChanges(course, other).changes).not.toEqual([]);
  });

  it('is everything where there is no such course', () => {
    const { changes, unchanged } = packChanges(null, course);
    expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(['added']));
    expect(unchanged).toBe(0);
    expect(changes).toHaveLength(
      6 + course.facts.length + session.activities.length + session.questions.length,
    );
  });

  it('counts what stays the same', () => {
    const all = packChanges(null, course).changes.length;
    expect(packChanges(course, { ...course, title: 'Lain' }).unchanged).toBe(all - 1);
  });

  it('tells both texts of what changes', () => {
    const [change] = packChanges(course, { ...course, title: 'Judul lain' }).changes;
    expect(change?.before).toContain(course.title);
    expect(change?.after).toContain('Judul lain');
  });

  it('refuses to make another kind of an activity', () => {
    const other = session.activities.find(({ kind }) => kind !== firstActivity.kind);
    const incoming = withSession({ activities: [{ ...other, key: firstActivity.key } as PackActivity] });
    expect(packChanges(course, incoming).conflicts.map(({ key }) => key)).toEqual([firstActivity.key]);
    expect(packChanges(course, course).conflicts).toEqual([]);
  });
});

describe('the edition of a course', () => {
  it('is the same for the same course, and another for any change', () => {
    expect(packEdition(structuredClone(course))).toBe(packEdition(course));
    const others = [
      null,
      { ...course, title: 'Lain' },
      withSession({ questions: session.questions.slice(1) }),
    ];
    expect(new Set([course, ...others].map((one) => packEdition(one))).size).toBe(4);
  });
});

describe('beside a second session', () => {
  const second: PackSession = {
    ...session,
    key: 'P2',
    number: 2,
    module: 'lain',
    activities: [],
    questions: [],
  };
  const longer: CoursePack = {
    ...course,
    hours: course.hours + 2,
    modules: [...course.modules, { key: 'lain', title: 'Lain', hours: 2 }],
    sessions: [session, second],
  };

  it('tells of a question that goes from one to the other', () => {
    const [moved, ...rest] = session.questions;
    const sessions = [
      { ...session, questions: rest },
      { ...second, questions: moved ? [moved] : [] },
    ];
    expect(summary(longer, { ...longer, sessions })).toEqual([`changed question ${firstQuestion.key}`]);
  });

  it('changes no course for the module of a session that stays, and goes with no other', () => {
    expect(summary(longer, course)).toEqual(['kept session 2']);
    const emptied = { ...longer, sessions: [session] };
    expect(summary(emptied, course)).toEqual([`changed course ${course.key}`]);
  });
});
