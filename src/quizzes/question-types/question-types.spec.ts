import * as fc from 'fast-check';
import { SeededRandom } from '../seeded-random.js';
import { QUESTION_TYPE_NAMES } from './question-type.js';
import {
  checkQuestion,
  correctAnswer,
  drawQuestion,
  readAnswer,
  scoreAnswer,
  showQuestion,
  type StoredQuestion,
} from './question-types.js';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `pilihan ${id}` }));
const letter = fc.constantFrom('a', 'b', 'c', 'd');
const stem = fc.constant('Mana yang tepat?');
const word = fc.stringMatching(/^[a-z]{3,12}$/);

/** Valid questions of every type, any key. */
const questions = {
  single: fc.record({
    stem,
    type: fc.constant('single'),
    body: fc.record({ options: fc.constant(options), correct: letter }),
  }),
  multiple: fc.record({
    stem,
    type: fc.constant('multiple'),
    body: fc.record({
      options: fc.constant(options),
      correct: fc.uniqueArray(letter, { minLength: 1, maxLength: 3 }),
    }),
  }),
  truefalse: fc.record({ stem, type: fc.constant('truefalse'), body: fc.record({ correct: fc.boolean() }) }),
  numeric: fc.record({
    stem,
    type: fc.constant('numeric'),
    body: fc.record({ correct: fc.integer({ min: -1e6, max: 1e6 }), tolerance: fc.nat(9) }),
  }),
  short: fc.record({
    stem,
    type: fc.constant('short'),
    body: fc.record({ accepted: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }) }),
  }),
  essay: fc.record({ stem, type: fc.constant('essay'), body: fc.record({ guidance: word, example: word }) }),
} as Record<string, fc.Arbitrary<StoredQuestion>>;

const pairOfOneType = fc
  .constantFrom(...QUESTION_TYPE_NAMES)
  .chain((type) =>
    fc.tuple(
      questions[type] as fc.Arbitrary<StoredQuestion>,
      questions[type] as fc.Arbitrary<StoredQuestion>,
    ),
  );

/** What a form would send back to give exactly the right answer. */
function rightAnswer(question: StoredQuestion, seed: string): unknown {
  const drawn = drawQuestion(question, new SeededRandom(seed));
  const { correct } = correctAnswer(question, drawn);
  if (correct.kind === 'truth') return String(correct.truth);
  if (correct.kind === 'number') return String(correct.number);
  if (correct.kind === 'texts') return correct.texts[0];
  return correct.options.flatMap(({ id, isRight }) => (isRight ? [id] : []));
}

describe('every type of question', () => {
  it('accepts what is valid', () => {
    fc.assert(fc.property(pairOfOneType, ([question]) => checkQuestion(question).length === 0));
  });

  it.each(QUESTION_TYPE_NAMES)('%s refuses any body of another shape without failing', (type) => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(checkQuestion({ type, stem: 'Mana?', body })).not.toEqual([]);
      }),
    );
  });

  it.each<[unknown, string]>([
    [undefined, 'missing'],
    ['matching', 'unknown-type'],
    ['toString', 'unknown-type'],
    [7, 'unknown-type'],
  ])('is one of those that there are: %j is refused', (type, problem) => {
    expect(checkQuestion({ type, stem: 'Mana?', body: {} })).toEqual([{ at: 'type', problem }]);
  });

  it('may explain itself, in the review only', () => {
    fc.assert(
      fc.property(pairOfOneType, ([question]) => {
        const told = { ...question, body: { ...(question.body as object), explanation: 'Karena begitu.' } };
        const drawn = drawQuestion(told, new SeededRandom('s'));
        expect(checkQuestion(told)).toEqual([]);
        expect(correctAnswer(told, drawn).explanation).toBe('Karena begitu.');
        expect(correctAnswer(question, drawn).explanation).toBeNull();
        expect(showQuestion(told, drawn, null)).toEqual(showQuestion(question, drawn, null));
      }),
    );
  });

  it('wants a stem', () => {
    expect(checkQuestion({ type: 'truefalse', stem: ' ', body: { correct: true } })).toEqual([
      { at: 'stem', problem: 'empty' },
    ]);
  });

  it('shows the same page whatever the key: nothing shown depends on it', () => {
    fc.assert(
      fc.property(pairOfOneType, fc.string(), ([one, other], seed) => {
        const page = (question: StoredQuestion): unknown =>
          showQuestion(question, drawQuestion(question, new SeededRandom(seed)), null);
        expect(page(one)).toEqual(page(other));
      }),
    );
  });

  it('gives full points for the right answer as the page sends it, and the page shows it again', () => {
    fc.assert(
      fc.property(pairOfOneType, fc.string(), ([question], seed) => {
        fc.pre(question.type !== 'essay');
        const drawn = drawQuestion(question, new SeededRandom(seed));
        const given = rightAnswer(question, seed);
        const reading = readAnswer(question, drawn, question.type === 'single' ? [given].flat()[0] : given);
        expect(reading).toHaveProperty('value');
        if (!('value' in reading)) return;
        expect(scoreAnswer(question, drawn, reading.value, 250)).toBe(250);
        expect(showQuestion(question, drawn, reading.value)).not.toEqual(showQuestion(question, drawn, null));
      }),
    );
  });

  it('reads anything that a form or JSON may carry as an answer or a problem, and scores it within its points', () => {
    fc.assert(
      fc.property(pairOfOneType, fc.jsonValue(), fc.nat(1000), ([question], given, points) => {
        const drawn = drawQuestion(question, new SeededRandom('s'));
        const reading = readAnswer(question, drawn, given);
        const value = 'value' in reading ? reading.value : null;
        const score = scoreAnswer(question, drawn, value, points) ?? 0;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(points);
      }),
    );
  });
});

describe('the order of options', () => {
  const single = (fixedOrder?: boolean): StoredQuestion => ({
    type: 'single',
    stem: 'Mana?',
    body: { options, correct: 'a', ...(fixedOrder === undefined ? {} : { fixedOrder }) },
  });

  it('is drawn, the same for the same seed', () => {
    const orders = Array.from({ length: 50 }, (_, seed) =>
      drawQuestion(single(), new SeededRandom(`${seed}`)).optionOrder.join(''),
    );
    expect(new Set(orders).size).toBeGreaterThan(10);
    expect(drawQuestion(single(), new SeededRandom('7')).optionOrder.join('')).toBe(orders[7]);
  });

  it('is kept where the options have one of their own', () => {
    expect(drawQuestion(single(true), new SeededRandom('7')).optionOrder).toEqual(['a', 'b', 'c', 'd']);
  });
});
