import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { JobsService } from '../../src/platform/jobs/jobs.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { barriers, openBrowser, overflows, picture, type TestBrowser } from '../support/browser.js';
import { type Cast, createCast } from '../support/cast.js';
import { gate } from '../support/gates.js';

let app: TestApp;
let cast: Cast;
let browser: TestBrowser;
let counted: ReturnType<typeof gate>;
let mayEnd: ReturnType<typeof gate>;
let letters = 0;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  browser = await openBrowser(app);
  app.app.get(JobHandlers).register('letters.count', async ({ progress }) => {
    await progress(64, 112);
    counted.open();
    await mayEnd.opened;
  });
}, 30_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(() => {
  counted = gate();
  mayEnd = gate();
});

const add = () =>
  app.units.inTransaction((manager) =>
    app.app.get(JobsService).add(manager, {
      kind: 'letters.count',
      dedupeKey: `letters:${(letters += 1)}`,
      payload: null,
      startedBy: { personId: cast.staff.id },
      returnTo: '/account',
    }),
  );

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('somebody who watches a job, %s', (_how, javaScript) => {
  it('sees it wait, come forward and end, and goes on to what came of it', async () => {
    const id = await add();
    const page = await browser.visit({ as: await app.as(cast.staff), javaScript });
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.goto(`/jobs/${id}`);
    await page.getByText('Menunggu giliran.').waitFor();
    const working = app.work();
    await counted.opened;
    await page.getByText('Sedang dikerjakan: 64 dari 112.').waitFor();
    if (javaScript) expect(await barriers(page)).toEqual([]);
    await picture(page, `job-${javaScript ? 'script' : 'plain'}`);
    mayEnd.open();
    await working;
    await page.getByRole('link', { name: 'Lihat hasilnya' }).click();
    await page.waitForURL('**/account');
    if (javaScript) expect(await overflows(page)).toBe(false);
    expect(loads > 2).toBe(!javaScript); // the script asks for figures instead of loading the page again
  }, 60_000);
});
