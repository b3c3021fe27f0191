import type { LessonContent } from '../courses/activity-content.js';
import { blankAssignment } from './assignment-draft.js';
import { blankQuiz } from './quiz-draft.js';
import { type Writing, writingOfVersion, writingProblems } from './writing.js';

const known = { facts: new Set(['upah']), pictures: new Set(['warung.webp']) };
const lesson = (markdown: string): Writing => ({
  kind: 'lesson',
  draft: { title: 'Materi', minutes: 5, checkedOn: '2027-08-01', markdown },
});
const levels = { 4: 'a', 3: 'b', 2: 'c', 1: 'd' };
const whole = {
  ...blankAssignment(),
  instructions: 'Tulis.',
  rubric: [{ key: 'isi', name: 'Isi', weight: '100', levels }],
};

describe('why a draft may not be published', () => {
  it.each<[string, Writing, unknown[]]>([
    ['a lesson', lesson('{fakta:upah}'), []],
    ['a lesson without a text', lesson(''), ['empty']],
    ['a lesson with an unknown fact', lesson('a\n\n{fakta:x}'), [{ line: 3, code: 'unknownFact' }]],
    ['an exit quiz', { kind: 'quiz', draft: blankQuiz() }, []],
    ['an exam of nothing', { kind: 'quiz', draft: { ...blankQuiz(), purpose: 'final' } }, ['incomplete']],
    ['an assignment', { kind: 'assignment', draft: whole }, []],
    ['a blank assignment', { kind: 'assignment', draft: blankAssignment() }, ['incomplete']],
    [
      'an assignment with an unknown picture',
      { kind: 'assignment', draft: { ...whole, instructions: '![x](pictures/x.webp)' } },
      [{ line: 1, code: 'unknownPicture' }],
    ],
  ])('%s', (_what, writing, expected) => {
    const activity = { kind: writing.kind, title: 'Materi', submitsAs: 'individual' as const };
    const found = writingProblems(writing, activity, known);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('asks for no files where nothing is handed in', () => {
    const activity = { kind: 'assignment' as const, title: 'Peragaan', submitsAs: 'none' as const };
    const writing: Writing = { kind: 'assignment', draft: { ...whole, accepts: [], maxFiles: '' } };
    expect(writingProblems(writing, activity, known)).toEqual([]);
    expect(writingProblems(writing, { ...activity, submitsAs: 'individual' }, known)).toEqual(['incomplete']);
  });
});

it('reads a version as its author wrote it, without what was rendered', () => {
  const content = { minutes: 5, checkedOn: '2027-08-01', markdown: 'Isi.', html: '<p>Isi.</p>', words: 1 };
  const activity = { kind: 'lesson' as const, title: 'Materi', submitsAs: 'individual' as const };
  expect(writingOfVersion(activity, content as LessonContent)).toEqual(lesson('Isi.'));
});
