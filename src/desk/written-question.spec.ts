import { draftFrom, draftOf, emptyDraft, withOneRowMore } from './question-draft.js';
import { problemsOf, writtenQuestion } from './written-question.js';

const tags = { outcome: 'menyebut', level: 'ingat' };
const option = (id: string) => ({ id, text: `Isi ${id}`, explanation: `Sebab ${id}` });
const options = ['a', 'c', 'f'].map(option);

describe('what the form of a question holds', () => {
  it.each<[string, string, object]>([
    ['single', 'Soal', { options, correct: 'c' }],
    ['single', 'Soal', { options, fixedOrder: true, correct: 'f', explanation: 'Umum' }],
    ['single', 'Soal', { options: ['a', 'i', 'j'].map(option), correct: 'j' }],
    ['multiple', 'Soal', { options, correct: ['a', 'f'] }],
    ['truefalse', 'Soal', { correct: false, explanation: 'x' }],
    ['numeric', 'Soal', { correct: -2.5, tolerance: 0.001, unit: 'kg', explanation: 'x' }],
    [
      'numeric',
      'Harga {a} dan {b}',
      {
        variants: [
          { values: { a: '1.000', b: 'x = y' }, correct: 1000 },
          { values: { a: '2.000', b: 'z' }, correct: 1_250_000 },
        ],
        tolerance: 0,
        explanation: 'x',
      },
    ],
    ['short', 'Soal', { accepted: ['satu', 'dua'], explanation: 'x' }],
    ['essay', 'Soal', { guidance: 'x', example: 'baris\n\nlain', maxLength: 900 }],
    ['essay', 'Soal', { guidance: 'x' }],
  ])('%s: is published as it was, member for member', (type, stem, body) => {
    const draft = draftOf({ type, stem, body, tags }, false);
    const written = writtenQuestion(draft);
    expect(JSON.stringify(written)).toBe(JSON.stringify({ type, stem, body, tags }));
    expect(problemsOf(draft, ['menyebut'])).toEqual({});
  });

  it('keeps the letters of options where one is emptied', () => {
    const draft = draftOf({ type: 'single', stem: 'x', body: { options, correct: 'f' }, tags }, false);
    draft.option['c'] = draft.why['c'] = '';
    expect(writtenQuestion(draft).body).toMatchObject({ options: [{ id: 'a' }, { id: 'f' }], correct: 'f' });
    expect(problemsOf(draft, ['menyebut'])).toEqual({ options: 'too-few' });
  });

  it('shows more options than a pack may have, loses none, and publishes them when there are fewer', () => {
    const body = { options: [...'abcdefghij'].map(option), correct: 'j' };
    const draft = draftOf({ type: 'single', stem: 'x', body, tags }, false);
    const posted = draftFrom(draft, 'single');
    expect(writtenQuestion(posted).body).toEqual(body);
    expect(problemsOf(posted, ['menyebut'])).toEqual({ options: 'too-many' });
    for (const letter of 'ab') posted.option[letter] = posted.why[letter] = '';
    expect(problemsOf(posted, ['menyebut'])).toEqual({});
  });

  it('keeps all sets of numbers that a type may have', () => {
    const variants = Array.from({ length: 50 }, (_each, n) => ({ values: { a: `${n}` }, correct: n }));
    const body = { variants, tolerance: 0, explanation: 'x' };
    const draft = draftOf({ type: 'numeric', stem: '{a}', body, tags }, false);
    expect(writtenQuestion(draftFrom(draft, 'numeric')).body).toEqual(body);
  });

  it('gives one more row the first free letter or the next number, as long as there is one', () => {
    expect(Object.keys(withOneRowMore(emptyDraft('single')).option)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(Object.keys(withOneRowMore(emptyDraft('numeric')).answer)).toEqual(['1', '2', '3', '4']);
    let draft = emptyDraft('multiple');
    for (let row = 0; row < 10; row += 1) draft = withOneRowMore(draft);
    expect(Object.keys(draft.option).join('')).toBe('abcdefgh');
  });

  it.each<[string, string, string, string, string]>([
    ['numeric', 'values[2]', 'values', '2', 'unknown-placeholder'],
    ['numeric', 'answer[2]', 'answer', '2', 'missing'],
  ])('points in %s at %s', (_type, field, rows, row, problem) => {
    const variants = [1, 2].map((n) => ({ values: { a: `${n}` }, correct: n }));
    const body = { variants, tolerance: 0, explanation: 'x' };
    const draft = draftOf({ type: 'numeric', stem: '{a}', body, tags }, false);
    (draft as unknown as Record<string, Record<string, string>>)[rows]![row] = '';
    expect(problemsOf(draft, ['menyebut'])).toEqual({ [field]: problem });
  });
});
