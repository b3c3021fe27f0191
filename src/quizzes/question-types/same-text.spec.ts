import * as fc from 'fast-check';
import { sameText } from './same-text.js';

describe('short answers compared', () => {
  it.each([
    ['Huma Betang', 'huma betang'],
    ['  huma   betang ', 'huma betang'],
    ['huma\tbetang\n', 'huma betang'],
    ['Hapakat.', 'hapakat'],
    ['"hapakat"', 'hapakat'],
    ['(hapakat)', 'hapakat'],
    ['kélakai', 'kelakai'],
    ['ke\u0301lakai', 'kelakai'],
    ['Rafi’i', "rafi'i"],
    ['Rafi´i', "rafi'i"],
    ['sosial–ekonomi', 'sosial-ekonomi'],
    ['ＰＩＲＴ', 'pirt'],
    ['titik ﬁnal', 'titik final'],
    ['ŉ', 'n'],
  ])('%j is the same as %j', (typed, accepted) => {
    expect(sameText(typed)).toBe(sameText(accepted));
  });

  it.each([
    ['P-IRT', 'PIRT'],
    ['huma betang', 'humabetang'],
    ['1.5', '15'],
    ['hapakat', 'hapakat kula'],
    ['C++', 'C'],
  ])('%j is not the same as %j', (typed, accepted) => {
    expect(sameText(typed)).not.toBe(sameText(accepted));
  });

  const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

  it('is settled: reduced text is reduced no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => sameText(sameText(text)) === sameText(text)),
    );
  });
});
