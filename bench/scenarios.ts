import { randomUUID } from 'node:crypto';
import type { Ask, HttpClient } from './client.js';
import type { Lanes } from './comparison.js';
import { demoPassword } from '../src/seeds/demo-people.js';
import { guest, type Visitor, type World } from './world.js';

type Attempted = World['attempts'][number];

/** A page or an action to measure. */
export interface Scenario {
  name: string;
  /** CPU milliseconds that it may cost; above the hash of the password for a sign-in. */
  aim?: number;
  /** CPU milliseconds of the best-known LMS for the same. */
  theirs?: number;
  isSignIn?: true;
  /** What each of the visitors asks for, again and again; what has to be there first is asked for at once. */
  lanes(world: World, client: HttpClient): Lanes | Promise<Lanes>;
}

/** Visitors at the same time: few, since the work of a request is measured and not the queue before it. */
export const LANES = 4;

export const scenarios: readonly Scenario[] = [
  { name: 'the first page, to guests', lanes: () => everyone(guest, () => '/') },
  { name: 'account (the frame, and little else)', aim: 0.3, lanes: students('/account') },
  { name: 'home: what is next', aim: 0.6, theirs: 62, lanes: students('/home') },
  { name: 'course: all sessions with state', aim: 1, theirs: 108, lanes: students('/course') },
  {
    name: 'lesson',
    aim: 0.4,
    theirs: 40,
    lanes: students(({ activities }) => `/lessons/${activities.lesson}`),
  },
  {
    name: 'quiz: a question of an attempt',
    aim: 0.5,
    theirs: 48,
    lanes: ({ students, attempts }) =>
      everyone(
        (lane) => students[lane] as Visitor,
        (lane) => `/attempts/${attempts[lane]?.id}`,
      ),
  },
  { name: 'an answer saved (POST, durable)', aim: 0.4, theirs: 13.4, lanes: (world) => answers(world) },
  {
    name: 'assignment',
    aim: 0.6,
    theirs: 57,
    lanes: students(({ activities }) => `/assignments/${activities.assignment}`),
  },
  { name: 'attendance of a student', lanes: students('/attendance') },
  { name: 'grades and what still stands between', aim: 0.6, theirs: 63, lanes: students('/progress') },
  {
    name: 'register of a class of 30',
    lanes: ({ instructor, meetingId }) =>
      everyone(
        () => instructor,
        () => `/meetings/${meetingId}/attendance`,
      ),
  },
  {
    name: 'certification board of 120',
    lanes: ({ staff, finishedId }) =>
      everyone(
        () => staff,
        () => `/cohorts/${finishedId}/certificates`,
      ),
  },
  { name: 'sign in (POST)', aim: 1, theirs: 25, isSignIn: true, lanes: (world) => signIns(world) },
];

function students(path: string | ((world: World) => string)): (world: World) => Lanes {
  const pathIn = typeof path === 'string' ? () => path : path;
  return (world) =>
    everyone(
      (lane) => world.students[lane] as Visitor,
      () => pathIn(world),
    );
}

/** Every lane reads the page of its visitor. */
const everyone = (visitorOf: (lane: number) => Visitor, pathOf: (lane: number) => string): Lanes =>
  inEachLane((lane) => {
    const ask: Ask = { path: pathOf(lane), headers: headersOf(visitorOf(lane)) };
    return () => ask;
  });

const signIns = ({ students }: World): Lanes =>
  inEachLane((lane) => {
    const { cookie, csrf } = guest();
    const identifier = students[lane]?.email ?? '';
    const ask = form({ path: '/sign-in', cookie }, { identifier, password: demoPassword, _csrf: csrf });
    return () => ask;
  });

/** Each another option than the last, as the page's script sends it; each has seen the one before. */
const answers = ({ students, attempts }: World): Lanes =>
  inEachLane((lane) => {
    const [{ cookie, csrf }, { id, question }] = [students[lane] as Visitor, attempts[lane] as Attempted];
    let seq = 0;
    return () => {
      const answer = seq % 2 === 0 ? 'a' : 'b';
      const body = JSON.stringify({
        question,
        seq,
        answer,
        flagged: false,
        key: randomUUID(),
        at: Date.now(),
      });
      seq += 1;
      const headers = {
        ...headersOf({ cookie }),
        ...bodyHeaders('application/json', body),
        'X-CSRF-Token': csrf,
      };
      return { method: 'POST', path: `/attempts/${id}/answers`, headers, body };
    };
  });

const inEachLane = (lane: (number: number) => () => Ask): Lanes =>
  Array.from({ length: LANES }, (_, number) => lane(number)) as [() => Ask, ...(() => Ask)[]];

function form({ path, cookie }: { path: string; cookie: string }, fields: Record<string, string>): Ask {
  const body = new URLSearchParams(fields).toString();
  return {
    method: 'POST',
    path,
    body,
    status: 303,
    headers: { ...headersOf({ cookie }), ...bodyHeaders('application/x-www-form-urlencoded', body) },
  };
}

const bodyHeaders = (type: string, body: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Length': String(Buffer.byteLength(body)),
});

/** As a phone's browser sends them. */
const headersOf = ({ cookie }: Pick<Visitor, 'cookie'>): Record<string, string> => ({
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'id-ID,id;q=0.9,en;q=0.8',
  Cookie: cookie,
  'Sec-Fetch-Site': 'same-origin',
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
});
