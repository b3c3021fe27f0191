import { projectRoot } from '../platform/config/project-root.js';
import { loadCatalogues } from '../platform/i18n/catalogues.js';
import { Dictionary } from '../platform/i18n/words.js';
import { checkContent } from './content-check.js';
import { contentReport, faultLine } from './content-report.js';
import { courseFigures } from './course-figures.js';
import type { CoursePack, PackLesson, PackQuestion } from './course-pack.js';
import { readPackFolder } from './pack-folder.js';
import { readPack } from './pack-reader.js';

const words = new Dictionary(loadCatalogues(projectRoot), 'Asia/Jakarta').in('id');
const course = readPack(await readPackFolder('content/kader-pendamping')).pack!;

interface Parts {
  pack: CoursePack;
  lesson: PackLesson;
  question: PackQuestion;
}

/** The faults of the course with one thing in it made wrong. */
function faultsWith(change: (parts: Parts) => void) {
  const pack = structuredClone(course);
  const { activities, questions } = pack.sessions[0]!;
  const [lesson] = activities;
  if (lesson?.kind !== 'lesson') throw new Error('a session starts with its lesson');
  change({ pack, lesson, question: questions[0]! });
  return checkContent(pack, words).map(({ at, code }) => `${at} ${code}`);
}

describe('the content check', () => {
  it.each<[string, (parts: Parts) => void]>([
    ['p1-materi words', ({ lesson }) => (lesson.content.markdown += `\n${'Kata. '.repeat(36)}\n`.repeat(20))],
    ['p1-materi shape', ({ lesson }) => (lesson.content.markdown += '\n# Empat\n')],
    ['p1-materi sentence', ({ lesson }) => (lesson.content.markdown += `\n${'kata '.repeat(21)}\n`)],
    [
      'p1-materi paragraph',
      ({ lesson }) => (lesson.content.markdown += `\n${'Satu dua tiga. '.repeat(16)}\n`),
    ],
    ['p1-materi sum', ({ lesson }) => (lesson.content.markdown += '\nJadi 2 + 2 = 5.\n')],
    ['p1-q01 sum', ({ question }) => (question.stem += ' 2 + 2 = 5')],
    ['p1-q01 unexplained', ({ question }) => (question.body = { options: [], correct: 'a' })],
    ['sisa unusedFact', ({ pack }) => pack.facts.push({ ...pack.facts[0]!, key: 'sisa' })],
    [
      'sisa unusedTerm',
      ({ pack }) =>
        pack.glossary.push({ ...pack.glossary[0]!, key: 'sisa', term: 'tak terpakai', aliases: [] }),
    ],
    ['agunan meaning', ({ pack }) => (pack.glossary[0]!.meaning = 'Paling banyak 5 %.')],
    [
      'p1-q01 similar',
      ({ pack, question }) => pack.sessions[0]!.questions.push({ ...question, key: 'p1-q99' }),
    ],
  ])('finds %s', (fault, change) => {
    expect(faultsWith(change)).toContain(fault);
  });

  it('finds a lesson that is too heavy for a phone, and right options that always come first', () => {
    const found = faultsWith(({ pack }) => {
      for (const picture of pack.pictures) picture.bytes = new Uint8Array(301_000);
      for (const { body } of pack.sessions.flatMap(({ questions }) => questions))
        if (typeof (body as { correct: unknown }).correct === 'string')
          (body as { correct: string }).correct = 'a';
    });
    expect(found).toEqual(expect.arrayContaining(['p1-materi weight', 'kader-pendamping places']));
  });

  it('counts what each meeting has', () => {
    const { meetings, questionsByType, factsByFlag } = courseFigures(course, words);
    expect(meetings.slice(0, 2)).toMatchObject([
      { key: 'P1', lessons: 1, questions: [4, 5, 3], tasks: [] },
      { key: 'P2', lessons: 1, questions: [4, 5, 3], tasks: ['T1'] },
    ]);
    const all = (counts: readonly [string, number][]) => counts.reduce((sum, [, count]) => sum + count, 0);
    expect(all(questionsByType)).toBe(course.sessions.flatMap(({ questions }) => questions).length);
    expect(all(factsByFlag)).toBe(course.facts.length);
  });

  it('tells it as a table of the meetings with totals, and each fault as a sentence', () => {
    const fault = { at: 'p1-materi', code: 'words' as const, values: { words: 12 } };
    const lines = contentReport(course, [fault], words);
    expect(lines.slice(0, 3)).toEqual([
      expect.stringMatching(/^Pertemuan {3}Kata {4}Soal/),
      expect.stringMatching(/^P1 {10}\d+ +4\+5\+3 +\d+ +Menjadi Kader/),
      expect.stringMatching(/^P2 {10}\d+ +4\+5\+3 +\d+ +T1 +\S/),
    ]);
    expect(lines.at(-1)).toMatch(/^Materi \d+, kata \d+[\s\S]*\nKesalahan 1$/);
    expect(faultLine(fault, words)).toBe('p1-materi: Materi ini 12 kata, seharusnya 600 sampai 1.200.');
  });
});
