import * as fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: 'é', A: null }, '{"A":null,"a":"é","b":1}'],
    [{ list: [3, { y: true, x: false }, []] }, '{"list":[3,{"x":false,"y":true},[]]}'],
    ['Rafi\'i "\n', '"Rafi\'i \\"\\n"'],
    [-0, '0'],
    [{}, '{}'],
  ])('of %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ['a fraction', 0.1],
    ['an integer too large', 2 ** 53],
    ['what is not there', undefined],
    ['a field that is not there', { a: undefined }],
    ['a date', new Date(0)],
    ['half of a character', '\ud800'],
    ['not a number', NaN],
    ['a function', () => 1],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));

  it('says the same as the value, and the same again after a way through storage', () => {
    fc.assert(
      fc.property(value, (any) => {
        const text = canonicalJson(any);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(any)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which fields were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(fields));
      }),
    );
  });
});
