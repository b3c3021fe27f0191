import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, KeyObject } from 'node:crypto';

/** A key that signatures can be checked with. */
export interface VerificationKey {
  /** The thumbprint of the key after RFC 7638: the same key has the same id everywhere. */
  readonly id: string;
  readonly publicKey: KeyObject;
}

/** A key that can sign as well. */
export interface SigningKey extends VerificationKey {
  readonly privateKey: KeyObject;
}

export function generateSigningKey(): SigningKey {
  return signingKey(generateKeyPairSync('ed25519').privateKey);
}

/** The key as text to keep secret: PKCS #8 in PEM. */
export function pemOf(key: SigningKey): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Reads one PEM block, private or public. Throws where it is no Ed25519 key. */
export function keyFromPem(pem: string): SigningKey | VerificationKey {
  return pem.includes('PRIVATE KEY')
    ? signingKey(createPrivateKey(pem))
    : verificationKey(createPublicKey(pem));
}

export function canSign(key: SigningKey | VerificationKey): key is SigningKey {
  return 'privateKey' in key;
}

/** The public half as a JSON Web Key (RFC 8037). */
export function publicJwk(key: VerificationKey) {
  return { kty: 'OKP', crv: 'Ed25519', x: publicPoint(key.publicKey), kid: key.id, use: 'sig', alg: 'EdDSA' };
}

function signingKey(privateKey: KeyObject): SigningKey {
  return { ...verificationKey(createPublicKey(privateKey)), privateKey };
}

function verificationKey(publicKey: KeyObject): VerificationKey {
  if (publicKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  const members = `{"crv":"Ed25519","kty":"OKP","x":"${publicPoint(publicKey)}"}`;
  return { id: createHash('sha256').update(members).digest('base64url'), publicKey };
}

function publicPoint(publicKey: KeyObject): string {
  return String(publicKey.export({ format: 'jwk' }).x);
}
