import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSigningKey, openKeyRing } from './key-folder.js';
import { generateSigningKey, pemOf } from './signing-key.js';

const bytes = Buffer.from('certificate');

describe('the folder of signing keys', () => {
  let home: string;
  let folder: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'keys-'));
    folder = join(home, 'data', 'keys');
  });
  afterEach(() => rm(home, { recursive: true }));

  const currentId = (ring: { publicDocument(): { keys: { kid: string }[] } }) =>
    ring.publicDocument().keys[0]?.kid;

  it('makes the first key on first use, for this account alone', async () => {
    const ring = await openKeyRing(folder);
    expect(ring.verify(bytes, ring.sign(bytes))).toBe(true);
    expect(await readdir(folder)).toEqual(['0001.pem']);
    expect((await stat(join(folder, '0001.pem'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('keeps it', async () => {
    const signature = (await openKeyRing(folder)).sign(bytes);
    expect((await openKeyRing(folder)).sign(bytes)).toEqual(signature);
  });

  it('gives everyone who starts at once the same key', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyRing(folder)));
    expect(new Set(rings.map(currentId)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['0001.pem']);
  });

  it('signs with the newest key and still knows the old ones', async () => {
    const before = (await openKeyRing(folder)).sign(bytes);
    await addSigningKey(folder);
    const ring = await openKeyRing(folder);
    expect(ring.sign(bytes).keyId).not.toBe(before.keyId);
    expect(ring.verify(bytes, before)).toBe(true);
  });

  it('still knows an old key of which only the public half was kept', async () => {
    const retired = generateSigningKey();
    await openKeyRing(folder);
    const half = retired.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    await writeFile(join(folder, '0002.pem'), half);
    const ring = await openKeyRing(folder);
    expect(ring.publicDocument().keys.map((key) => key.kid)).toContain(retired.id);
    expect(ring.sign(bytes).keyId).not.toBe(retired.id);
  });

  it('takes away from others what a careless copy let them read', async () => {
    await openKeyRing(folder);
    await chmod(join(folder, '0001.pem'), 0o644);
    await openKeyRing(folder);
    expect((await stat(join(folder, '0001.pem'))).mode & 0o777).toBe(0o600);
  });

  it('says so where a key file is broken, and makes no other key', async () => {
    await openKeyRing(folder);
    await writeFile(join(folder, '0001.pem'), 'gone');
    await expect(openKeyRing(folder)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['0001.pem']);
  });

  describe('with a key from the environment', () => {
    it('signs with that one and writes nothing', async () => {
      const given = generateSigningKey();
      const ring = await openKeyRing(folder, pemOf(given).replaceAll('\n', '\\n'));
      expect(ring.sign(bytes).keyId).toBe(given.id);
      await expect(readdir(folder)).rejects.toThrow('ENOENT');
    });

    it('still knows the keys of the folder and the further ones given', async () => {
      const inFolder = (await openKeyRing(folder)).sign(bytes);
      const [given, older] = [generateSigningKey(), generateSigningKey()];
      const ring = await openKeyRing(folder, pemOf(given) + pemOf(older));
      expect(ring.verify(bytes, inFolder)).toBe(true);
      expect(ring.publicDocument().keys.map((key) => key.kid)).toEqual([given.id, older.id, inFolder.keyId]);
    });

    it('does not sign with a public half', async () => {
      const half = generateSigningKey().publicKey.export({ type: 'spki', format: 'pem' }).toString();
      await expect(openKeyRing(folder, half)).rejects.toThrow('no private key');
      await expect(readFile(join(folder, '0001.pem'))).rejects.toThrow('ENOENT');
    });
  });
});
