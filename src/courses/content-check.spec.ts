import * as fc from 'fast-check';
import { type Check, duplicates, fields, list, number, optional, text, truth } from './content-check.js';

const shape = fields({
  title: text(5),
  isOpen: optional(truth),
  parts: optional(list(fields({ weight: number(0, 100) }), 1, 2)),
});

describe('the check of content', () => {
  it.each([
    { title: 'Label' },
    { title: 'Label', isOpen: false },
    { title: ' x ', parts: [{ weight: 0 }, { weight: 99.5 }] },
  ])('finds nothing wrong in %j', (content) => {
    expect(shape(content, '')).toEqual([]);
  });

  it.each<[unknown, string, string]>([
    [undefined, '', 'wrong-kind'],
    [null, '', 'wrong-kind'],
    [['Label'], '', 'wrong-kind'],
    [{}, 'title', 'missing'],
    [{ title: 7 }, 'title', 'wrong-kind'],
    [{ title: '' }, 'title', 'empty'],
    [{ title: ' \n' }, 'title', 'empty'],
    [{ title: 'Labels' }, 'title', 'too-long'],
    [{ title: 'x', isOpen: 'true' }, 'isOpen', 'wrong-kind'],
    [{ title: 'x', isopen: true }, 'isopen', 'unknown-field'],
    [{ title: 'x', toString: 1 }, 'toString', 'unknown-field'],
    [{ title: 'x', parts: {} }, 'parts', 'wrong-kind'],
    [{ title: 'x', parts: [] }, 'parts', 'too-few'],
    [{ title: 'x', parts: [1, 2, 3] }, 'parts', 'too-many'],
    [{ title: 'x', parts: [{ weight: 1 }, 2] }, 'parts.1', 'wrong-kind'],
    [{ title: 'x', parts: [{}] }, 'parts.0.weight', 'missing'],
    [{ title: 'x', parts: [{ weight: '1' }] }, 'parts.0.weight', 'wrong-kind'],
    [{ title: 'x', parts: [{ weight: 101 }] }, 'parts.0.weight', 'out-of-range'],
    [{ title: 'x', parts: [{ weight: 1e-7 }] }, 'parts.0.weight', 'out-of-range'],
  ])('finds in %j at %s: %s', (content, at, problem) => {
    expect(shape(content, '')).toEqual([{ at, problem }]);
  });

  it('never fails on anything that JSON can hold', () => {
    fc.assert(fc.property(fc.jsonValue(), (content) => Array.isArray(shape(content, ''))));
  });

  it('finds the later of two that are the same', () => {
    expect(duplicates(['a', 'b', 'a', 'a'], (index) => `${index}`)).toEqual([
      { at: '2', problem: 'duplicate' },
      { at: '3', problem: 'duplicate' },
    ]);
  });

  it('asks no field that is optional and absent', () => {
    const never: Check = (_value, at) => [{ at, problem: 'empty' }];
    expect(optional(never)(undefined, 'x')).toEqual([]);
    expect(optional(never)(null, 'x')).toEqual([{ at: 'x', problem: 'empty' }]);
  });
});
