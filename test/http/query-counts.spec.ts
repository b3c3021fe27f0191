import { startApp, type TestApp } from '../support/app.js';
import { countQueries } from '../support/query-count.js';
import { type TaughtCourse, teachCourse } from '../support/taught-course.js';

let app: TestApp;
let small: TaughtCourse;
let large: TaughtCourse;

beforeAll(async () => {
  app = await startApp();
  small = await teachCourse(app, 1, 'Tri Wahyuni');
  large = await teachCourse(app, 24);
});
afterAll(() => app.close());

/** One page with what it may cost; the path of a course's pages depends on the course. */
const pages: [string, (course: TaughtCourse) => string, number][] = [
  ['the first page', () => '/home', 10],
  ['the course', () => '/course', 9],
  ['a session', ({ activities }) => `/sessions/${activities[0]?.sessionId}`, 10],
  ['a lesson', ({ activities }) => `/lessons/${activities[0]?.id}`, 11],
];

async function queriesOf({ student }: TaughtCourse, path: string): Promise<number> {
  const client = await app.as(student);
  return await countQueries(app, () => client.get(path).expect(200));
}

describe('the number of queries', () => {
  it.each(pages)('of %s depends on no number of sessions', async (_name, pathIn, most) => {
    const few = await queriesOf(small, pathIn(small));
    expect(await queriesOf(large, pathIn(large))).toBe(few);
    expect(few).toBeLessThanOrEqual(most);
    expect(few).toBeGreaterThan(0);
  });
});
