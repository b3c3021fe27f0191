import { type Role, roles } from '../../src/platform/access/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { createGraduation, graduate, type Graduation, issue } from '../support/graduates.js';

let app: TestApp;
let graduation: Graduation;
let staff: Client;

beforeAll(async () => {
  app = await startApp();
  graduation = await createGraduation(app);
  staff = await app.as(graduation.cast.staff);
});
afterAll(() => app.close());

/** The links of the frame's navigation, and those of them that are marked as the present place. */
function navigationOf(html: string): { hrefs: string[]; current: string[] } {
  const [, inside = ''] = /<nav class="tabs"[^>]*>(.*?)<\/nav>/s.exec(html) ?? [];
  const links = [...inside.matchAll(/<a href="([^"]+)"([^>]*)>/g)];
  return {
    hrefs: links.map(([, href = '']) => href),
    current: links.filter(([, , rest]) => rest?.includes('aria-current')).map(([, href = '']) => href),
  };
}

describe('the navigation', () => {
  it.each(roles)('of a %s leads only to pages that open, and says on which one is', async (role: Role) => {
    const client = await app.as(graduation.cast[role]);
    const { hrefs } = navigationOf((await client.get('/home').expect(200)).text);
    expect(hrefs.length).toBeGreaterThan(1);
    for (const href of hrefs) {
      const { text } = await client.get(href).expect(200);
      expect(navigationOf(text)).toEqual({ hrefs, current: [href] });
    }
  });

  it('opens what the bar does not hold, and says that the present page is in there', async () => {
    const { text } = await staff.get('/signatories').expect(200);
    expect(text).toContain('<details class="more current">');
    expect((await staff.get('/cohorts').expect(200)).text).toContain('<details class="more">');
  });

  it('is not there for visitors', async () => {
    const { text } = await app.guest().get('/').expect(200);
    expect(text).not.toContain('<nav class="tabs"');
  });
});

describe('the pages of a cohort', () => {
  it('carry the same tabs, the one that is open marked', async () => {
    const { board, room, second, cast } = graduation;
    const enrolment = await app.units.inTransaction((manager) =>
      graduate(manager, graduation, { name: 'Deri Kasan' }),
    );
    const [certificate] = await issue(app, { board, room, second, cast, outsider: second }, [enrolment]);
    const home = `/cohorts/${room.cohort.id}`;
    const pages: [string, string][] = [
      ...['', '/timetable', '/groups', '/enrolments/import', '/scores', '/certificates'].map(
        (path): [string, string] => [home + path, home + path],
      ),
      ...[`${board}/preview`, `${board}/enrolments/${enrolment.id}`].map((path): [string, string] => [
        path,
        board,
      ]),
      [`/certificate-batches/${certificate?.batchId}`, board],
      [`/certificates/${certificate?.id}`, board],
    ];
    const tabs = pages.slice(0, 6).map(([path]) => path);
    for (const [path, tab] of pages) {
      const { text } = await staff.get(path).expect(200);
      const [, inside = ''] = /<nav class="row places"[^>]*>(.*?)<\/nav>/s.exec(text) ?? [];
      const links = [...inside.matchAll(/<a href="([^"]+)"( aria-current="page")?>/g)];
      expect([path, links.map(([, href]) => href)]).toEqual([path, tabs]);
      expect([path, links.filter(([, , current]) => current).map(([, href]) => href)]).toEqual([path, [tab]]);
    }
  });
});
