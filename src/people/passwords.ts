import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

let someHash: Promise<string> | undefined;

/** Takes as long for a person who does not exist, so that the answer's time tells nothing. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  someHash ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await someHash), password.normalize('NFC'));
  return passwordHash !== null && matches;
}
