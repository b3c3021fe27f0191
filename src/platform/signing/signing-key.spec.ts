import { generateKeyPairSync } from 'node:crypto';
import { canSign, generateSigningKey, keyFromPem, pemOf, publicJwk } from './signing-key.js';

describe('a signing key', () => {
  it('survives being written down', () => {
    const key = generateSigningKey();
    const again = keyFromPem(pemOf(key));
    expect(canSign(again)).toBe(true);
    expect(again.id).toBe(key.id);
  });

  it('reads a public half, which cannot sign', () => {
    const key = generateSigningKey();
    const half = keyFromPem(key.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    expect(canSign(half)).toBe(false);
    expect(half.id).toBe(key.id);
  });

  it('has the id of RFC 8037, appendix A.3', () => {
    const seed = Buffer.from('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', 'base64url');
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----`;
    expect(publicJwk(keyFromPem(pem))).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      use: 'sig',
      alg: 'EdDSA',
    });
  });

  it('is of no other kind', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => keyFromPem(pem)).toThrow(TypeError);
  });
});
