import { checkQuestion } from '../quizzes/question-types/question-types.js';
import { readPack } from './pack-reader.js';

// A pack as small as a pack can be. Each row below changes one place of it and says what has to be reported, where.
const small: Record<string, string> = {
  'course.yaml': `key: kecil
title: Kelas Kecil
summary: Satu pertemuan.
language: id
hours: 3
components:
  - { key: quiz, name: Kuis, weight: 40 % }
  - { key: task, name: Tugas, weight: 60% }
criticalAspects:
  - { key: ethics, name: Etika }
modules:
  - { key: M1, title: Modul, hours: 3 }
requirements:
  - { kind: attendance, minPercent: 80 }
  - { kind: finalScore, min: 70 }
  - { kind: criticalAspects, min: 80, mustPass: true }
  - { kind: componentScore, component: task, min: 72.5 }
  - { kind: validVisits, min: 4, minBusinesses: 1 }
  - { kind: requiredActivities }
`,
  'facts.yaml': `facts:
  - key: tarif
    value: 0,5 %
    source: PP 55/2022
    checkedOn: 2026-11-24
    flag: changing
`,
  'glossary.yaml': `terms:
  - key: hpp
    term: HPP
    aliases: [harga pokok, BPP]
    meaning: Biaya satu barang.
  - key: omzet
    term: omzet
    meaning: Uang dari jualan.
`,
  'sessions/01/session.yaml': `key: P1
number: 1
title: Pertama
track: mentoring
module: M1
summary: Ringkas.
outcomes:
  - { key: tahu, text: Tahu. }
activities: [lesson.md, quiz.yaml, task-t1.yaml]
`,
  'sessions/01/lesson.md': `---
key: p1-materi
title: Materi
required: true
opens: -3d
minutes: 5
checkedOn: 2026-11-24
---
# Satu

Tarifnya {fakta:tarif}.
`,
  'sessions/01/questions.yaml': `questions:
  - key: q1
    type: single
    level: ingat
    outcome: tahu
    mustPass: true
    stem: Satu tambah satu?
    options:
      - text: Dua
        correct: true
        explanation: Benar.
      - text: Tiga
        explanation: Satu lebih.
      - text: Empat
        explanation: Dua lebih.
  - key: q2
    type: truefalse
    level: terapkan
    outcome: tahu
    stem: Satu lebih dari dua.
    answer: false
    explanation: Dua lebih besar.
  - key: q3
    type: numeric
    level: kasus
    outcome: tahu
    stem: Berapa {a} kali sepuluh?
    variants:
      - values: { a: "2" }
        answer: 20
      - values: { a: "1,5" }
        answer: 15
    tolerance: 0.5
    explanation: Kalikan.
  - key: q4
    type: multiple
    level: kasus
    outcome: tahu
    stem: Mana yang genap?
    fixedOrder: true
    options:
      - { text: 1, explanation: Ganjil. }
      - { text: 2, correct: true, explanation: Genap. }
      - { text: 4, correct: true, explanation: Genap. }
  - key: q5
    type: short
    level: ingat
    outcome: tahu
    stem: Bilangan setelah satu?
    accepted: [dua, "2"]
    explanation: Dua.
  - key: q6
    type: essay
    level: kasus
    outcome: tahu
    stem: Mengapa?
    guidance: Cari alasan.
`,
  'sessions/01/quiz.yaml': `key: p1-kuis
title: Kuis
required: true
component: quiz
critical: ethics
opens: 0
due: +7d 23:59
passMark: 70
purpose: exit
questions: 5
minutes: 15
attempts: 3
gapHours: 24
review: afterAttempt
`,
  'sessions/01/task-t1.yaml': `key: T1
title: Tugas
required: true
component: task
opens: 0 end
submitsAs: team
instructions: |
  # Langkah

  Kerjakan.
accepts: [pdf, jpg]
maxMegabytes: 10
maxFiles: 2
rubric:
  - key: isi
    name: Isi
    weight: 70 %
    levels: { 4: a, 3: b, 2: c, 1: d }
  - key: rapi
    name: Rapi
    weight: 30 %
    levels: { 4: a, 3: b, 2: c, 1: d }
`,
};

const bytesOf = (texts: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(texts).map(([file, text]) => [file, new TextEncoder().encode(text)]));

/** The small pack with one text replaced in one file. */
function changed(file: string, from: string, to: string): Record<string, string> {
  const text = small[file] ?? '';
  if (text.split(from).length !== 2) throw new Error(`${file} holds ${JSON.stringify(from)} not just once`);
  return { ...small, [file]: text.replace(from, () => to) };
}

const problemsOf = (texts: Record<string, string>): string[] =>
  (readPack(bytesOf(texts)).problems ?? []).map(
    ({ file, line, key }) => `${file.replace('sessions/01/', '')}:${line} ${key.split('.').slice(-1)[0]}`,
  );

describe('A good pack', () => {
  const { pack, problems } = readPack(bytesOf(small));

  it('has no problems', () => {
    expect(problems).toBeUndefined();
  });

  it('is told in the units of the program', () => {
    expect(pack).toMatchObject({
      key: 'kecil',
      hours: 3,
      practiceHours: 0,
      components: [
        { key: 'quiz', weight: 4000 },
        { key: 'task', weight: 6000 },
      ],
      requirements: [
        { kind: 'attendance', minPercent: 80 },
        { kind: 'finalScore', min: 7000 },
        { kind: 'criticalAspects', min: 8000, mustPass: true },
        { kind: 'componentScore', component: 'task', min: 7250 },
        { kind: 'validVisits', min: 4, minBusinesses: 1 },
        { kind: 'requiredActivities' },
      ],
      facts: [{ key: 'tarif', value: '0,5 %', unit: null, expiresOn: null, flag: 'changing' }],
      glossary: [
        { key: 'hpp', term: 'HPP', aliases: ['harga pokok', 'BPP'], meaning: 'Biaya satu barang.' },
        { key: 'omzet', term: 'omzet', aliases: [], meaning: 'Uang dari jualan.' },
      ],
    });
  });

  it('has its activities in the order of the session', () => {
    const activities = pack!.sessions[0]!.activities.map(({ kind, key, position, opens, due, passMark }) => [
      kind,
      key,
      position,
      opens,
      due,
      passMark,
    ]);
    expect(activities).toEqual([
      ['lesson', 'p1-materi', 1, '-3d', null, null],
      ['quiz', 'p1-kuis', 2, '0', '+7d 23:59', 7000],
      ['assignment', 'T1', 3, '0 end', null, null],
    ]);
  });

  it('has the settings of each kind of activity', () => {
    const [lesson, quiz, task] = pack!.sessions[0]!.activities;
    expect(lesson!.content).toEqual({
      minutes: 5,
      checkedOn: '2026-11-24',
      markdown: '# Satu\n\nTarifnya {fakta:tarif}.\n',
    });
    expect(quiz).toMatchObject({ critical: 'ethics', weight: 1, content: { purpose: 'exit', from: [] } });
    expect(task!.content).toMatchObject({
      submitsAs: 'team',
      instructions: '# Langkah\n\nKerjakan.',
      accepts: ['pdf', 'jpg'],
      maxBytes: 10_000_000,
      rubric: [{ key: 'isi', weight: 7000, levels: { 4: 'a', 3: 'b', 2: 'c', 1: 'd' } }, { key: 'rapi' }],
    });
  });

  it('has questions in the shape that their types read, with their explanations', () => {
    const questions = pack!.sessions[0]!.questions;
    expect(questions.flatMap((question) => checkQuestion(question))).toEqual([]);
    expect(questions.map(({ body }) => body)).toEqual([
      {
        options: [
          { id: 'a', text: 'Dua', explanation: 'Benar.' },
          { id: 'b', text: 'Tiga', explanation: 'Satu lebih.' },
          { id: 'c', text: 'Empat', explanation: 'Dua lebih.' },
        ],
        correct: 'a',
      },
      { correct: false, explanation: 'Dua lebih besar.' },
      {
        variants: [
          { values: { a: '2' }, correct: 20 },
          { values: { a: '1,5' }, correct: 15 },
        ],
        tolerance: 0.5,
        explanation: 'Kalikan.',
      },
      {
        options: [
          { id: 'a', text: '1', explanation: 'Ganjil.' },
          { id: 'b', text: '2', explanation: 'Genap.' },
          { id: 'c', text: '4', explanation: 'Genap.' },
        ],
        correct: ['b', 'c'],
        fixedOrder: true,
      },
      { accepted: ['dua', '2'], explanation: 'Dua.' },
      { guidance: 'Cari alasan.' },
    ]);
  });

  it('may have line ends of Windows, a byte order mark, a README and sessions without content', () => {
    const windows = Object.fromEntries(
      Object.entries(small).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    const second = small['sessions/01/session.yaml']!.replace('P1', 'P2').replace('number: 1', 'number: 2');
    const reading = readPack(
      bytesOf({
        ...windows,
        'README.md': 'Untuk penulis.',
        'sessions/00/session.yaml': second.replace(/activities.*/, ''),
      }),
    );
    expect(reading.problems).toBeUndefined();
    expect(reading.pack!.sessions.map(({ key, activities }) => [key, activities.length])).toEqual([
      ['P1', 3],
      ['P2', 0],
    ]);
  });
});

describe('What is wrong in a pack is told with its file and line', () => {
  const course = 'course.yaml';
  const glossary = 'glossary.yaml';
  const session = 'sessions/01/session.yaml';
  const questions = 'sessions/01/questions.yaml';
  const quiz = 'sessions/01/quiz.yaml';
  const task = 'sessions/01/task-t1.yaml';
  const lesson = 'sessions/01/lesson.md';

  // prettier-ignore
  it.each<[string, string, string, string, string[]]>([
    ['a question without its stem', questions, '    stem: Satu tambah satu?\n', '', ['questions.yaml:2 missing']],
    ['an empty stem', questions, 'stem: Satu tambah satu?', 'stem:', ['questions.yaml:7 missing']],
    ['a misspelt field', questions, 'stem: Satu tambah', 'stm: Satu tambah', ['questions.yaml:2 missing', 'questions.yaml:7 unknownKey']],
    ['two options', questions, '      - text: Tiga\n        explanation: Satu lebih.\n', '', ['questions.yaml:8 optionCount']],
    ['no right option', questions, '        correct: true\n        explanation: Benar', '        explanation: Benar', ['questions.yaml:8 rightCount']],
    ['two right options', questions, 'text: Tiga', 'text: Tiga\n        correct: true', ['questions.yaml:8 rightCount']],
    ['an option without explanation', questions, '\n        explanation: Satu lebih.', '', ['questions.yaml:12 missing']],
    ['options that say the same', questions, 'text: Tiga', 'text: "Dua "', ['questions.yaml:8 duplicate']],
    ['only right options', questions, '{ text: 1, ', '{ text: 1, correct: true, ', ['questions.yaml:41 no-wrong-option']],
    ['several answers, none right', questions, '{ text: 2, correct: true, explanation: Genap. }\n      - { text: 4, correct: true,', '{ text: 2, explanation: Genap. }\n      - { text: 4,', ['questions.yaml:41 noRightOption']],
    ['a truth that is none', questions, 'answer: false', 'answer: salah', ['questions.yaml:21 badFlag']],
    ['a statement without explanation', questions, '    explanation: Dua lebih besar.\n', '', ['questions.yaml:16 missing']],
    ['a number with a comma', questions, 'tolerance: 0.5', 'tolerance: 0,5', ['questions.yaml:33 badDecimal']],
    ['a place without a number', questions, 'Berapa {a}', 'Berapa {b}', ['questions.yaml:28 unknown-placeholder', 'questions.yaml:28 unused-value', 'questions.yaml:28 unknown-placeholder', 'questions.yaml:28 unused-value']],
    ['one variant', questions, '      - values: { a: "1,5" }\n        answer: 15\n', '', ['questions.yaml:28 too-few']],
    ['a short question without answers', questions, 'accepted: [dua, "2"]', 'accepted: []', ['questions.yaml:50 tooFew']],
    ['a type that does not exist', questions, 'type: essay', 'type: esai', ['questions.yaml:53 badChoice']],
    ['an outcome of no session', questions, 'type: short\n    level: ingat\n    outcome: tahu', 'type: short\n    level: ingat\n    outcome: bisa', ['questions.yaml:48 unknownReference']],
    ['a level that does not exist', questions, 'type: truefalse\n    level: terapkan', 'type: truefalse\n    level: sulit', ['questions.yaml:18 badChoice']],
    ['two questions with one key', questions, 'key: q2', 'key: q1', ['questions.yaml:16 duplicate']],
    ['a list that is none', questions, 'accepted: [dua, "2"]', 'accepted: dua', ['questions.yaml:50 notList']],
    ['a text that is a list', questions, 'stem: Satu tambah satu?', 'stem: [Satu]', ['questions.yaml:7 notText']],
    ['an alias', questions, 'explanation: Dua lebih besar.', 'explanation: *a', ['questions.yaml:22 notText']],
    ['an alias of what exists', questions, 'stem: Satu lebih dari dua.\n    answer: false\n    explanation: Dua lebih besar.', 'stem: &a Satu lebih dari dua.\n    answer: false\n    explanation: *a', ['questions.yaml:22 notText']],

    ['YAML that does not parse', quiz, 'title: Kuis', 'title: Kuis: keluar', ['quiz.yaml:2 syntax']],
    ['a field written twice', quiz, 'title: Kuis', 'title: Kuis\ntitle: Lagi', ['quiz.yaml:3 repeatedKey']],
    ['no fields at all', quiz, small[quiz]!, '- a\n- b\n', ['quiz.yaml:1 notFields']],
    ['an empty file', quiz, small[quiz]!, '', ['quiz.yaml:1 notFields']],
    ['a date rule that is none', quiz, 'due: +7d 23:59', 'due: +7x', ['quiz.yaml:7 badRule']],
    ['a score with three decimals', quiz, 'passMark: 70', 'passMark: 70.005', ['quiz.yaml:8 badScore']],
    ['a score above 100', quiz, 'passMark: 70', 'passMark: 7000', ['quiz.yaml:8 badScore']],
    ['a number out of range', quiz, 'attempts: 3', 'attempts: 0', ['quiz.yaml:12 badNumber']],
    ['a component that does not exist', quiz, 'component: quiz', 'component: kuis', ['quiz.yaml:4 unknownReference']],
    ['a critical aspect that does not exist', quiz, 'critical: ethics', 'critical: etika', ['quiz.yaml:5 unknownReference']],
    ['more questions than there are', quiz, 'questions: 5', 'questions: 7', ['quiz.yaml:10 poolTooSmall']],
    ['a midterm without sessions', quiz, 'purpose: exit', 'purpose: midterm', ['quiz.yaml:1 missing', 'quiz.yaml:10 poolTooSmall']],
    ['a midterm over a session that does not exist', quiz, 'purpose: exit', 'purpose: midterm\nfrom: [P1, P9]', ['quiz.yaml:10 unknownReference']],
    ['an exit quiz that names sessions', quiz, 'purpose: exit', 'purpose: exit\nfrom: [P1]', ['quiz.yaml:10 unknownKey']],

    ['rubric weights of 110 %', task, 'weight: 30 %', 'weight: 40 %', ['task-t1.yaml:14 weightSum']],
    ['a weight without its sign', task, 'weight: 30 %', 'weight: 30', ['task-t1.yaml:21 badPercent']],
    ['a level that is not described', task, 'weight: 70 %\n    levels: { 4: a, 3: b, 2: c, 1: d }', 'weight: 70 %\n    levels: { 4: a, 3: b, 1: d }', ['task-t1.yaml:18 missing']],
    ['a fifth level', task, 'weight: 70 %\n    levels: { 4: a,', 'weight: 70 %\n    levels: { 5: z, 4: a,', ['task-t1.yaml:18 unknownKey']],
    ['levels that are no levels', task, 'weight: 70 %\n    levels: { 4: a, 3: b, 2: c, 1: d }', 'weight: 70 %\n    levels: empat', ['task-t1.yaml:18 notFields']],
    ['a kind of file that is not accepted', task, 'accepts: [pdf, jpg]', 'accepts: [pdf, exe]', ['task-t1.yaml:11 badChoice']],
    ['an empty kind of file', task, 'accepts: [pdf, jpg]', 'accepts:\n  - pdf\n  -', ['task-t1.yaml:13 missing']],
    ['files of an assignment that is graded live', task, 'submitsAs: team', 'submitsAs: none', ['task-t1.yaml:11 unknownKey', 'task-t1.yaml:12 unknownKey', 'task-t1.yaml:13 unknownKey']],
    ['instructions with a broken part', task, '  Kerjakan.', '  :::tips\n  Kerjakan.\n  :::', ['task-t1.yaml:10 unknownContainer']],
    ['two criteria with one key', task, 'key: rapi', 'key: isi', ['task-t1.yaml:19 duplicate']],

    ['a lesson without front matter', lesson, '---\nkey', 'key', ['lesson.md:1 frontMatter']],
    ['a lesson without a text', lesson, '# Satu\n\nTarifnya {fakta:tarif}.\n', '\n', ['lesson.md:1 missing']],
    ['front matter that does not parse', lesson, 'title: Materi', 'title: [Materi', ['lesson.md:4 syntax']],
    ['an unknown field of a lesson', lesson, 'minutes: 5', 'minutes: 5\nmenit: 5', ['lesson.md:7 unknownKey']],
    ['a day that does not exist', lesson, 'checkedOn: 2026-11-24', 'checkedOn: 2026-02-30', ['lesson.md:7 badDate']],
    ['a fact that is not listed', lesson, '{fakta:tarif}', '{fakta:tarip}', ['lesson.md:11 unknownFact']],
    ['two terms with one key', glossary, 'key: omzet', 'key: hpp', ['glossary.yaml:6 duplicate']],
    ['two terms with one spelling', glossary, 'term: omzet', 'term: Harga Pokok', ['glossary.yaml:7 duplicate']],
    ['a spelling twice', glossary, '[harga pokok, BPP]', '[harga pokok, Hpp]', ['glossary.yaml:4 duplicate']],
    ['aliases that are no list', glossary, '[harga pokok, BPP]', 'harga pokok', ['glossary.yaml:4 notList']],
    ['no alias at all', glossary, '[harga pokok, BPP]', '[]', ['glossary.yaml:4 tooFew']],
    ['a meaning that is too long', glossary, 'Uang dari jualan.', 'U'.repeat(201), ['glossary.yaml:8 badText']],
    ['a spelling that is too long', glossary, 'term: omzet', `term: ${'o'.repeat(61)}`, ['glossary.yaml:7 badText']],
    ['a term without a meaning', glossary, '    meaning: Uang dari jualan.\n', '', ['glossary.yaml:6 missing']],
    ['an unknown field of a term', glossary, 'term: omzet', 'term: omzet\n    arti: x', ['glossary.yaml:8 unknownKey']],
    ['an activity with the key of another', lesson, 'key: p1-materi', 'key: T1', ['task-t1.yaml:1 duplicate']],

    ['component weights of 90 %', course, 'weight: 60%', 'weight: 50%', ['course.yaml:6 weightSum']],
    ['modules that do not sum to the hours', course, 'hours: 3\n', 'hours: 4\n', ['course.yaml:5 hoursSum']],
    ['a requirement of an unknown kind', course, 'kind: requiredActivities', 'kind: rajin', ['course.yaml:19 badChoice']],
    ['a requirement twice', course, '  - { kind: requiredActivities }', '  - { kind: finalScore, min: 60 }', ['course.yaml:19 duplicate']],
    ['a requirement of no component', course, 'component: task', 'component: tugas', ['course.yaml:17 unknownReference']],
    ['a threshold of another kind', course, 'minPercent: 80', 'min: 80', ['course.yaml:14 missing', 'course.yaml:14 unknownKey']],
    ['a key with a space', course, 'key: kecil', 'key: kelas kecil', ['course.yaml:1 badKey']],
    ['a title that is too long', course, 'Kelas Kecil', 'K'.repeat(161), ['course.yaml:2 badText']],
    ['a language that we do not speak', course, 'language: id', 'language: nl', ['course.yaml:4 badChoice']],

    ['a module that does not exist', session, 'module: M1', 'module: M2', ['session.yaml:5 unknownReference']],
    ['numbers that do not start at one', session, 'number: 1', 'number: 2', ['session.yaml:2 numberGap']],
    ['a track that does not exist', session, 'track: mentoring', 'track: SP', ['session.yaml:4 badChoice']],
    ['an activity file of no known name', session, 'task-t1.yaml', '../task.yaml', ['session.yaml:9 badFileName', 'task-t1.yaml:1 unexpectedFile']],
    ['an activity whose file is missing', session, 'task-t1.yaml]', 'task-t1.yaml, task-t2.yaml]', ['task-t2.yaml:1 missingFile']],
    ['a file that no list names', session, ', task-t1.yaml', '', ['task-t1.yaml:1 unexpectedFile']],
    ['a session that does not parse', session, 'title: Pertama', 'title: Pertama: dua', ['session.yaml:3 syntax']],
  ])('%s', (_what, file, from, to, expected) => {
    expect(problemsOf(changed(file, from, to))).toEqual(expected);
  });

  it('bytes that are no UTF-8, at their line', () => {
    const files = bytesOf(small);
    const latin1 = Buffer.from(small[session]!.replace('Pertama', 'Pert\u00e4ma'), 'latin1');
    const { problems } = readPack(files.set(session, latin1));
    expect(problems).toEqual([{ file: session, line: 3, key: 'course-packs.problem.encoding', values: {} }]);
  });

  it.each([
    ['course.yaml', ['course.yaml:1 missingFile']],
    ['sessions/01/session.yaml', ['session.yaml:1 missingFile']],
    ['facts.yaml', ['lesson.md:11 unknownFact']],
    ['sessions/01/questions.yaml', ['quiz.yaml:10 poolTooSmall']],
  ])('%s is missing', (file, expected) => {
    const { [file]: _left, ...rest } = small;
    expect(problemsOf(rest)).toEqual(expected);
  });

  it('no sessions at all', () => {
    expect(problemsOf({ 'course.yaml': small['course.yaml']! })).toEqual(['session.yaml:1 missingFile']);
  });

  it('two sessions of one number', () => {
    expect(
      problemsOf({
        ...small,
        'sessions/02/session.yaml': small[session]!.replace('key: P1', 'key: P2').replace(/activities.*/, ''),
      }),
    ).toEqual(['sessions/02/session.yaml:2 duplicate']);
  });

  it('more must-pass questions than a quiz asks', () => {
    const texts = changed(quiz, 'questions: 5', 'questions: 1');
    const bank = small[questions]!.replace('stem: Mengapa?', 'stem: Mengapa?\n    mustPass: true');
    expect(problemsOf({ ...texts, [questions]: bank })).toEqual(['quiz.yaml:10 mustPassTooMany']);
  });

  it('all problems at once, by file and line', () => {
    const texts = {
      ...changed(task, 'weight: 30 %', 'weight: 40 %'),
      [questions]: small[questions]!.replace('key: q2', 'key: q1').replace('stem: Mengapa?', 'stm: Mengapa?'),
      [course]: small[course]!.replace('language: id', 'language: nl'),
    };
    expect(problemsOf(texts)).toEqual([
      'course.yaml:4 badChoice',
      'questions.yaml:16 duplicate',
      'questions.yaml:52 missing',
      'questions.yaml:56 unknownKey',
      'task-t1.yaml:14 weightSum',
    ]);
  });

  it('with what a sentence about it needs', () => {
    expect(readPack(bytesOf(changed(task, 'weight: 30 %', 'weight: 40.5 %'))).problems).toEqual([
      {
        file: task,
        line: 14,
        key: 'course-packs.problem.weightSum',
        values: { name: 'rubric', sum: 110.5 },
      },
    ]);
  });
});

describe('The pictures of a pack', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
  const shown = changed('sessions/01/lesson.md', 'Tarifnya', '![Satu garis](pictures/garis.svg)\n\nTarifnya');

  it('are read with their type where a text shows them', () => {
    const { pack } = readPack(bytesOf({ ...shown, 'pictures/garis.svg': svg }));
    expect(pack?.pictures.map(({ name, type, bytes }) => [name, type, bytes.length])).toEqual([
      ['garis.svg', 'image/svg+xml', svg.length],
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['is not there', shown, ['lesson.md:11 unknownPicture']],
    ['no text shows', { ...small, 'pictures/garis.svg': svg }, ['pictures/garis.svg:1 pictureUnused']],
    [
      'has a name that is none',
      { ...small, 'pictures/Garis Satu.svg': svg },
      ['pictures/Garis Satu.svg:1 badPictureName'],
    ],
    [
      'has a name that no course can keep',
      { ...small, [`pictures/${'a'.repeat(117)}.svg`]: svg },
      [`pictures/${'a'.repeat(117)}.svg:1 badPictureName`],
    ],
    [
      'has the longest name but is not shown',
      { ...small, [`pictures/${'a'.repeat(116)}.svg`]: svg },
      [`pictures/${'a'.repeat(116)}.svg:1 pictureUnused`],
    ],
    ['lies deeper', { ...small, 'pictures/a/b.svg': svg }, ['pictures/a/b.svg:1 badPictureName']],
    [
      'runs something',
      { ...shown, 'pictures/garis.svg': svg.replace('<path', '<script>1</script><path') },
      ['lesson.md:11 unknownPicture', 'pictures/garis.svg:1 badPicture'],
    ],
    [
      'is another thing than its name says',
      { ...small, 'pictures/foto.png': 'GIF89a' },
      ['pictures/foto.png:1 badPicture'],
    ],
    [
      'is too large for a phone',
      { ...small, 'pictures/garis.svg': svg.replace('M0 0', 'M0 0h1'.repeat(20_000)) },
      ['pictures/garis.svg:1 pictureTooLarge'],
    ],
  ])('that %s is a problem', (_what, texts, expected) => {
    expect(problemsOf(texts).toSorted()).toEqual(expected.toSorted());
  });
});

describe('The files beside the texts of a pack', () => {
  const pdf = '%PDF-1.7\n';
  const given = changed('sessions/01/lesson.md', 'Tarifnya', '[Formulir](files/formulir.pdf)\n\nTarifnya');

  it('are read with their type where a text gives them to save', () => {
    const { pack } = readPack(bytesOf({ ...given, 'files/formulir.pdf': pdf }));
    expect(pack?.files.map(({ name, type, bytes }) => [name, type, bytes.length])).toEqual([
      ['formulir.pdf', 'application/pdf', pdf.length],
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['is not there', given, ['lesson.md:11 unknownFile']],
    ['no text gives', { ...small, 'files/formulir.pdf': pdf }, ['files/formulir.pdf:1 attachmentUnused']],
    [
      'has a name that is none',
      { ...small, 'files/Formulir Satu.pdf': pdf },
      ['files/Formulir Satu.pdf:1 badAttachmentName'],
    ],
    ['is a program', { ...small, 'files/a.exe': 'MZ' }, ['files/a.exe:1 badAttachmentName']],
    ['has room for macros', { ...small, 'files/a.xlsm': 'PK' }, ['files/a.xlsm:1 badAttachmentName']],
    ['is a page', { ...small, 'files/a.html': '<p>' }, ['files/a.html:1 badAttachmentName']],
    ['lies deeper', { ...small, 'files/a/b.pdf': pdf }, ['files/a/b.pdf:1 badAttachmentName']],
    [
      'is another thing than its name says',
      { ...given, 'files/formulir.pdf': '<!doctype html>' },
      ['lesson.md:11 unknownFile', 'files/formulir.pdf:1 badAttachment'],
    ],
    ['is no document', { ...small, 'files/kas.xlsx': 'kas' }, ['files/kas.xlsx:1 badAttachment']],
    [
      'is too large',
      { ...small, 'files/formulir.pdf': pdf.padEnd(5_000_001, ' ') },
      ['files/formulir.pdf:1 attachmentTooLarge'],
    ],
  ])('that %s is a problem', (_what, texts, expected) => {
    expect(problemsOf(texts).toSorted()).toEqual(expected.toSorted());
  });
});
