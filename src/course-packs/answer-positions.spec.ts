import { answerPlaces, unbalancedPlaces } from './answer-positions.js';

const single = (correct: string, fixedOrder = false) => ({
  type: 'single' as const,
  body: {
    options: [...'abcd'].map((id) => ({ id, text: id })),
    correct,
    ...(fixedOrder ? { fixedOrder } : {}),
  },
});

const course = (letters: string) => [...letters.repeat(10)].map((letter) => single(letter));

describe('the places of the right options', () => {
  it.each<[string, number[], number[]]>([
    ['abcd', [25, 25, 25, 25], []],
    ['aaabbbccd', [33, 33, 22, 11], [4]],
    ['aaaa', [100, 0, 0, 0], [1, 2, 3, 4]],
  ])('of %s', (letters, percent, wrong) => {
    const places = answerPlaces(course(letters));
    expect(places.percent).toEqual(percent);
    expect(unbalancedPlaces(places)).toEqual(wrong);
  });

  it('say nothing where options have an order of their own, nor of a handful of questions', () => {
    expect(answerPlaces([single('a', true), { type: 'truefalse', body: { correct: true } }])).toEqual({
      questions: 0,
      percent: [0, 0, 0, 0],
    });
    expect(unbalancedPlaces(answerPlaces([single('a')]))).toEqual([]);
  });
});
