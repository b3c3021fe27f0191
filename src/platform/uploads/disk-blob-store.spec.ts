import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { Missing } from '../access/refusals.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { Incoming } from './incoming.js';

let folder: string;
let incoming: Incoming;
let store: DiskBlobStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kelas-kader-blobs-'));
  incoming = new Incoming(join(folder, 'incoming'));
  store = new DiskBlobStore(folder, incoming);
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const waiting = () => readdir(join(folder, 'incoming'));

describe('the store', () => {
  it('keeps a stream under a key of its own, with hash and size', async () => {
    const first = await store.put(Readable.from([Buffer.from('Halo '), Buffer.from('dunia')]));
    const second = await store.put(Readable.from([Buffer.from('Halo dunia')]));
    expect(first).toMatchObject({ bytes: 10, sha256: sha256('Halo dunia') });
    expect(second).toMatchObject({ bytes: 10, sha256: first.sha256 });
    expect(second.key).not.toBe(first.key);
    expect(await text(await store.get(first.key))).toBe('Halo dunia');
    expect(await store.stat(first.key)).toMatchObject({ bytes: 10 });
    expect(await waiting()).toEqual([]);
  });

  it('moves a received file in', async () => {
    const reception = await incoming.receive(Readable.from([Buffer.from('isi')]), 10);
    if (reception.kind !== 'received') throw new Error(reception.kind);
    const { key } = await store.put(reception.file);
    expect(await text(await store.get(key))).toBe('isi');
    expect(await waiting()).toEqual([]);
  });

  it('gives a part, both ends included', async () => {
    const { key } = await store.put(Readable.from([Buffer.from('0123456789')]));
    expect((await buffer(await store.get(key, { start: 2, end: 4 }))).toString()).toBe('234');
  });

  it('keeps what is empty', async () => {
    const { key } = await store.put(Readable.from([]));
    expect(await store.stat(key)).toMatchObject({ bytes: 0 });
  });

  it('forgets, also twice', async () => {
    const { key } = await store.put(Readable.from([Buffer.from('isi')]));
    await store.delete(key);
    await store.delete(key);
    expect(await store.stat(key)).toBeNull();
    await expect(store.get(key)).rejects.toThrow(Missing);
  });

  it.each(['../../etc/passwd', 'incoming', '', 'a'.repeat(31), 'A'.repeat(32), `${'a'.repeat(32)}\0`])(
    'has no key %j',
    async (key) => {
      await expect(store.get(key)).rejects.toThrow(Missing);
    },
  );

  it('lists what it keeps, and nothing that waits', async () => {
    const kept = await Promise.all(
      ['a', 'b', 'c'].map((letter) => store.put(Readable.from([Buffer.from(letter)]))),
    );
    await incoming.receive(Readable.from([Buffer.from('d')]), 10);
    const found: string[] = [];
    for await (const { key } of store.all()) found.push(key);
    expect(found.toSorted()).toEqual(kept.map(({ key }) => key).toSorted());
  });
});

describe('the waiting room', () => {
  it('reads what is too large to its end and keeps none of it', async () => {
    const content = Readable.from([Buffer.alloc(8), Buffer.alloc(8), Buffer.alloc(8)]);
    expect(await incoming.receive(content, 10)).toEqual({ kind: 'too-large' });
    expect(content.readableEnded).toBe(true);
    expect(await waiting()).toEqual([]);
  });

  it('takes exactly the largest size', async () => {
    expect(await incoming.receive(Readable.from([Buffer.alloc(10)]), 10)).toMatchObject({ kind: 'received' });
  });

  it('leaves nothing of what breaks off', async () => {
    const content = new Readable({
      read() {
        this.push(Buffer.from('separuh'));
        this.destroy(new Error('cut'));
      },
    });
    await expect(incoming.receive(content, 100)).rejects.toThrow('cut');
    expect(await waiting()).toEqual([]);
  });

  it('says so where the disk will not take it, having read it all', async () => {
    await writeFile(join(folder, 'file'), '');
    const blocked = new Incoming(join(folder, 'file', 'incoming'));
    const content = Readable.from([Buffer.alloc(8)]);
    expect(await blocked.receive(content, 10)).toMatchObject({
      kind: 'not-stored',
      error: { code: 'ENOTDIR' },
    });
    expect(content.readableEnded).toBe(true);
  });

  it('sweeps what is old', async () => {
    await incoming.receive(Readable.from([Buffer.from('lama')]), 10);
    const [old = ''] = await waiting();
    await utimes(join(folder, 'incoming', old), new Date('2001-01-01'), new Date('2001-01-01'));
    await incoming.receive(Readable.from([Buffer.from('baru')]), 10);
    expect(await incoming.sweep(new Date('2001-01-02'))).toBe(1);
    expect(await waiting()).toHaveLength(1);
    expect(await waiting()).not.toContain(old);
  });
});
