import { sign, verify } from 'node:crypto';
import { publicJwk, SigningKey, VerificationKey } from './signing-key.js';

/** An Ed25519 signature in base64url, and the key that made it. */
export interface Signature {
  readonly keyId: string;
  readonly signature: string;
}

/** One key that signs, and every key whose signatures still have to hold. */
export class KeyRing {
  private readonly keys: ReadonlyMap<string, VerificationKey>;

  constructor(
    private readonly signer: SigningKey,
    older: readonly VerificationKey[],
  ) {
    this.keys = new Map([signer, ...older].map((key) => [key.id, key]));
  }

  /** Signs the bytes with the current key. The same bytes and key always give the same signature. */
  sign(bytes: Uint8Array): Signature {
    return {
      keyId: this.signer.id,
      signature: sign(null, bytes, this.signer.privateKey).toString('base64url'),
    };
  }

  /** Whether the signature is of these bytes, by a key of this ring; an unknown key proves nothing. */
  verify(bytes: Uint8Array, { keyId, signature }: Signature): boolean {
    const key = this.keys.get(keyId);
    return key !== undefined && verify(null, bytes, key.publicKey, Buffer.from(signature, 'base64url'));
  }

  /** What others need to check our signatures: a JSON Web Key Set, the current key first. */
  publicDocument() {
    return { keys: [...this.keys.values()].map(publicJwk) };
  }
}
