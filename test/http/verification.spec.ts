import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import type { CertificateSnapshot } from '../../src/certificates/certificate-snapshot.js';
import { Certificate } from '../../src/certificates/certificate.entity.js';
import { printedCertificate } from '../../src/certificates/printed-fields.js';
import { CampusName } from '../../src/people/campus.entity.js';
import { Person } from '../../src/people/person.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { createGraduation, graduate, type Graduation, issue } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let guest: Client;
let certificate: Certificate;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  guest = app.guest();
  const enrolment = await app.units.inTransaction((manager) =>
    graduate(manager, graduation, { name: 'Siti <b>Aminah</b> & Rafi’i' }),
  );
  certificate = (await issue(app, graduation, [enrolment]))[0] as Certificate;
});
afterAll(() => app.close());
beforeEach(() => app.clock.advance(3_600_000));

const snapshotOf = ({ snapshot }: Certificate) => JSON.parse(snapshot) as CertificateSnapshot;

const plain = (page: string): string =>
  page
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');

describe('a certificate under its code', () => {
  it('is there for anyone, with every field that is printed', async () => {
    const page = plain((await guest.get(`/verify/${certificate.code}`).expect(200)).text);
    expect(page).toContain('Sertifikat ini asli dan berlaku');
    const printed = printedCertificate(snapshotOf(certificate));
    expect(printed.fields.length).toBeGreaterThan(12);
    for (const { text } of printed.fields) expect(page).toContain(text);
    for (const cell of [...printed.subjects, ...printed.components].flat()) {
      expect(page).toContain(`>${cell.replaceAll('\u00a0', ' ')}<`);
    }
    expect(page).toContain(`<strong>${printed.totalHours}</strong>`);
  });

  it('asks for every line to be compared with the paper, for a code says nothing of a paper that was changed', async () => {
    const page = (await guest.get(`/verify/${certificate.code}`).expect(200)).text;
    expect(page).toContain('Bandingkan setiap baris');
    expect(page).toMatch(/>82,15</);
  });

  it('is not of what the person or the campus is called today, but of what was printed', async () => {
    await app.units.inTransaction(async (manager) => {
      await manager.update(Person, { name: 'Siti <b>Aminah</b> & Rafi’i' }, { name: 'Nama Baru' });
      await manager.update(CampusName, { name: 'UIN Palangka Raya' }, { name: 'Universitas Baru' });
    });
    const page = plain((await guest.get(`/verify/${certificate.code}`).expect(200)).text);
    expect(page).toContain('Siti <b>Aminah</b> & Rafi’i');
    expect(page).toContain('UIN Palangka Raya');
    expect(page).not.toMatch(/Nama Baru|Universitas Baru/);
  });

  it('is not kept by browsers and not found by search engines', async () => {
    for (const path of ['/verify', `/verify/${certificate.code}`, '/verify/0000-0000-0000-0000']) {
      const { headers, text } = await guest.get(path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(text).toContain('<meta name="robots" content="noindex">');
    }
  });

  it('runs nothing that stands in a name', async () => {
    const { text } = await guest.get(`/verify/${certificate.code}`);
    expect(text).not.toContain('<b>Aminah</b>');
  });

  it('is told in English, while what is printed stays as it is', async () => {
    const english = app.guest();
    await english.post('/language', { language: 'en', back: '/verify' }).expect(303);
    const page = plain((await english.get(`/verify/${certificate.code}`).expect(200)).text);
    expect(page).toContain('This certificate is genuine and valid');
    expect(page).toContain('Palangka Raya, 31 Agustus 2027');
  });

  it('bears a signature that anyone can check with the public keys', async () => {
    const { body, headers } = await guest.get('/.well-known/certificate-keys.json').expect(200);
    const { keys } = body as { keys: (JsonWebKey & { kid: string })[] };
    expect(headers['content-type']).toContain('application/json');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const key = keys.find(({ kid }) => kid === certificate.keyId);
    const publicKey = createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
    const signature = Buffer.from(certificate.signature, 'base64url');
    expect(verify(null, Buffer.from(certificate.snapshot), publicKey, signature)).toBe(true);
    const { body: credential } = await guest.get(`/verify/${certificate.code}/credential.json`).expect(200);
    expect(credential).toEqual({
      algorithm: 'Ed25519',
      keyId: certificate.keyId,
      signature: certificate.signature,
      signed: certificate.snapshot,
    });
    await guest.get('/verify/0000-0000-0000-0000/credential.json').expect(404);
  });
});

describe('a certificate that somebody changed', () => {
  const write = (change: Partial<Pick<Certificate, 'snapshot' | 'code' | 'number'>>) =>
    app.units.inTransaction((manager) => manager.update(Certificate, { id: certificate.id }, change));

  it.each([
    [
      'a better score',
      () => ({ snapshot: certificate.snapshot.replace('"finalScore":8215', '"finalScore":9215') }),
    ],
    ['another number', () => ({ number: '0999/KKP-I/PLUT-KT/VIII/2027' })],
  ])('in the database is not called genuine: %s', async (_what, change) => {
    await write(change());
    const page = (await guest.get(`/verify/${certificate.code}`).expect(200)).text;
    expect(page).toContain('Keaslian tidak dapat dipastikan');
    expect(page).not.toContain('asli dan berlaku');
    expect(page).not.toContain('92,15');
    await write({ snapshot: certificate.snapshot, number: certificate.number });
  });

  it('cannot be moved under the code of another', async () => {
    await write({ code: '7KQF-2M9X-RT4D-8WPA' });
    const page = (await guest.get('/verify/7KQF-2M9X-RT4D-8WPA').expect(200)).text;
    expect(page).toContain('Keaslian tidak dapat dipastikan');
    await write({ code: certificate.code });
  });
});

describe('the form', () => {
  it('leads to the page of the code, however it is typed', async () => {
    const address = `/verify/${certificate.code}`;
    const typed = [
      certificate.code,
      certificate.code.toLowerCase().replaceAll('-', ' '),
      `https://kader.contoh.test${address}`,
    ];
    for (const code of typed) {
      const answer = await guest.get(`/verify?code=${encodeURIComponent(code)}`).expect(303);
      expect(answer.headers['location']).toBe(address);
    }
    await guest.get(`/verify/${certificate.code.toLowerCase()}`).expect(303).expect('Location', address);
  });

  it('is empty at first', async () => {
    const page = (await guest.get('/verify').expect(200)).text;
    expect(page).toContain('name="code"');
    await guest.get('/verify?code=').expect(200);
  });

  it.each(['7KQF-2M9X-RT4D-8WPB', '0001/KKP-I/PLUT-KT/VIII/2027', '<script>x</script>', "' OR 1=1 --"])(
    'says clearly that there is no %s, and keeps it',
    async (code) => {
      const asked = await guest.get(`/verify?code=${encodeURIComponent(code)}`);
      const answer = asked.status === 303 ? await guest.get(String(asked.headers['location'])) : asked;
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('Kode ini tidak kami kenal');
      expect(plain(answer.text)).toContain(`value="${code}"`);
      expect(answer.text).not.toContain('<script>x');
    },
  );

  it('finds nothing by number, name or student number', async () => {
    const { number, holder } = snapshotOf(certificate);
    expect(holder.nim).toMatch(/^241116\d{4}$/);
    for (const typed of [number, holder.nim, holder.name.name]) {
      for (const path of ['/verify?code=', '/verify/']) {
        const { text } = await guest.get(path + encodeURIComponent(typed)).expect(404);
        expect(text).toContain('Kode ini tidak kami kenal');
        expect(text).not.toContain(certificate.code);
      }
    }
  });
});

describe('looking up codes without end', () => {
  it('is stopped, from that address, for a while, and for codes that exist too', async () => {
    for (let look = 0; look < 300; look += 1) await guest.get('/verify/0000-0000-0000-0000').expect(404);
    const stopped = await guest.get(`/verify/${certificate.code}`).expect(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect(stopped.text).not.toContain(certificate.number);
    app.clock.advance(10 * 60_000);
    await guest.get(`/verify/${certificate.code}`).expect(200);
  });
});

describe('the keys of the application', () => {
  it('signed it, so that another installation does not call it its own', async () => {
    const other = await startApp();
    const theirs = await createGraduation(other);
    const enrolment = await other.units.inTransaction((manager) =>
      graduate(manager, theirs, { name: 'Siti' }),
    );
    const [own] = (await issue(other, theirs, [enrolment])) as [Certificate];
    const { body } = await other.guest().get('/.well-known/certificate-keys.json').expect(200);
    const keys = (body as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    expect(keys).toContain(own.keyId);
    expect(keys).not.toContain(certificate.keyId);
    const verdict = async (code: string) => (await other.guest().get(`/verify/${code}`).expect(200)).text;
    expect(await verdict(own.code)).toContain('Sertifikat ini asli dan berlaku');
    const { code, number, snapshot, signature } = certificate;
    for (const keyId of [certificate.keyId, own.keyId]) {
      const ours = { code, number, snapshot, signature, keyId };
      await other.units.inTransaction((manager) => manager.update(Certificate, { id: own.id }, ours));
      const page = await verdict(code);
      expect(page).toContain('Keaslian tidak dapat dipastikan');
      expect(page).not.toContain('asli dan berlaku');
    }
    await other.close();
  });
});
