import { KeyRing } from './key-ring.js';
import { generateSigningKey } from './signing-key.js';

const bytes = Buffer.from('{"name":"Norlaila"}');

describe('a ring of keys', () => {
  const old = generateSigningKey();
  const current = generateSigningKey();
  const ring = new KeyRing(current, [old]);

  it('signs with the current key, always the same', () => {
    expect(ring.sign(bytes).keyId).toBe(current.id);
    expect(ring.sign(bytes)).toEqual(ring.sign(bytes));
  });

  it('accepts what the current and what an old key signed', () => {
    expect(ring.verify(bytes, ring.sign(bytes))).toBe(true);
    expect(ring.verify(bytes, new KeyRing(old, []).sign(bytes))).toBe(true);
  });

  it.each([
    ['other bytes', Buffer.from('{"name":"Norlaili"}'), ring.sign(bytes)],
    ['the name of another key', bytes, { ...ring.sign(bytes), keyId: old.id }],
    ['an unknown key', bytes, new KeyRing(generateSigningKey(), []).sign(bytes)],
    ['a cut signature', bytes, { ...ring.sign(bytes), signature: ring.sign(bytes).signature.slice(0, 20) }],
    ['no signature', bytes, { ...ring.sign(bytes), signature: '' }],
  ])('refuses %s', (_what, signed, signature) => {
    expect(ring.verify(signed, signature)).toBe(false);
  });

  it('publishes the public halves only, the current key first, each once', () => {
    const document = new KeyRing(current, [current, old]).publicDocument();
    expect(document.keys.map((key) => key.kid)).toEqual([current.id, old.id]);
    expect(JSON.stringify(document)).not.toContain('"d"');
  });
});
