import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { SignInsService } from '../../src/people/sign-ins.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { type TaughtCourse, teachCourse } from '../support/taught-course.js';

/** What one round trip brings: the first ten packets of a connection. */
const MOST_BYTES = 14_000;

/**
 * Every page of a learner, in the middle of a course of 24 sessions, and a heading that it has only when it is full.
 * Who adds a page adds it here; its path may need what the course holds.
 */
const pages: [string, (course: TaughtCourse) => string, string][] = [
  ['the first page', () => '/home', 'Menuju sertifikat'],
  ['the course', () => '/course', 'Pekan 12'],
  ['a session', ({ activities }) => `/sessions/${activities[0]?.sessionId}`, 'Kegiatan'],
  ['a lesson', ({ activities }) => `/lessons/${activities[0]?.id}`, 'Ringkasan'],
  [
    'another lesson',
    ({ activities }) => `/lessons/${activities.filter(({ kind }) => kind === 'lesson')[1]?.id}`,
    'Ringkasan',
  ],
  [
    'a lesson that is closed',
    ({ activities }) => `/lessons/${activities.findLast(({ kind }) => kind === 'lesson')?.id}`,
    'Uji Akhir: Expo Produk dan Presentasi Dampingan',
  ],
  [
    'a quiz',
    ({ activities }) => `/quizzes/${activities.find(({ kind }) => kind === 'quiz')?.id}`,
    'Yang perlu Anda tahu',
  ],
  ['the assignments', () => '/assignments', 'Sudah dinilai'],
  [
    'an assignment',
    ({ activities }) => `/assignments/${activities.find(({ kind }) => kind === 'assignment')?.id}`,
    'Cara menilai',
  ],
  ['the attendance', () => '/attendance', 'Pertemuan demi pertemuan'],
  ['the progress', () => '/progress', 'Mengapa nilai sementara saya 81,13?'],
  ['the account', () => '/account', 'Perangkat yang masuk'],
  ['the glossary', () => '/glossary', 'U'],
];

let app: TestApp;
let course: TaughtCourse;
let cookie: string;

beforeAll(async () => {
  app = await startApp();
  course = await teachCourse(app, 24);
  cookie = `kader=${await app.app.get(SignInsService).begin(course.student.id, 'Test')}`;
  await app.app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

/** As it comes over the wire, compressed as a browser asks for it. */
function fetchRaw(path: string): Promise<{ status: number; body: Buffer; encoding: string }> {
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const headers = { Cookie: cookie, Accept: 'text/html', 'Accept-Encoding': 'gzip, deflate, br' };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks),
          encoding: String(answer.headers['content-encoding']),
        }),
      );
    });
    asked.on('error', reject).end();
  });
}

async function stylesheetBytes(): Promise<number> {
  const { text } = await app.guest().get('/sign-in');
  const [, href = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
  const { status, body } = await fetchRaw(href);
  expect(status).toBe(200);
  return body.length;
}

const headingsIn = (page: string): (string | undefined)[] =>
  [...page.matchAll(/<h[12][^>]*>([^<]*)</g)].map(([, text]) => text);

describe('the first view of a page, with the stylesheet', () => {
  it.each(pages)('of %s fits into one round trip', async (_name, pathIn, heading) => {
    const { status, body, encoding } = await fetchRaw(pathIn(course));
    expect([status, encoding]).toEqual([200, 'gzip']);
    expect(headingsIn(gunzipSync(body).toString())).toContain(heading);
    expect(body.length + (await stylesheetBytes())).toBeLessThanOrEqual(MOST_BYTES);
  });
});
