import type { Access } from '../../src/platform/access/access.js';
import { type Role, roles } from '../../src/platform/access/actor.js';
import { accessTable } from '../support/access-table.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Cast, createCast } from '../support/cast.js';
import type { Client } from '../support/client.js';
import { routesOf } from '../support/routes.js';

let app: TestApp;
let cast: Cast;
let visitors: Record<Role | 'guest', Client>;

beforeAll(async () => {
  app = await startApp();
  cast = await createCast(app);
  const { student, instructor, staff, coordinator, admin } = cast;
  visitors = {
    guest: app.guest(),
    student: await app.as(student),
    instructor: await app.as(instructor),
    staff: await app.as(staff),
    coordinator: await app.as(coordinator),
    admin: await app.as(admin),
  };
});
afterAll(() => app.close());

/** A route's address with ids and codes that name nothing. */
const addressOf = (path: string): string => path.replace(/:\w+/g, '999999').replace(/\*\w*/g, 'x');
const rows = Object.entries(accessTable).map(([route, access]) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, path, access };
});

/** What the guard did: let in, sent to sign in, or refused. */
async function enter(
  who: Role | 'guest',
  method: string,
  path: string,
): Promise<'in' | 'sign in' | 'refused'> {
  const client = path === '/sign-out' && who !== 'guest' ? await app.as(cast[who]) : visitors[who];
  const address = addressOf(path);
  const answer = method === 'GET' ? await client.get(address) : await client.post(address);
  if (answer.status === 403) return 'refused';
  const away = answer.status === 303 && String(answer.headers['location']).startsWith('/sign-in');
  return away ? 'sign in' : 'in';
}

const expected = (who: Role | 'guest', access: Access): string => {
  if (access === 'public') return 'in';
  if (who === 'guest') return 'sign in';
  return access === 'signed-in' || access.includes(who) ? 'in' : 'refused';
};

describe('who may enter where', () => {
  it('is told for each route, and for no other', () => {
    const routes = routesOf(app.app).map(({ method, path }) => `${method} ${path}`);
    expect(routes.filter((route) => !(route in accessTable))).toEqual([]);
    expect(Object.keys(accessTable).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it.each(rows)('$route is for $access', async ({ method, path, access }) => {
    for (const who of ['guest', ...roles] as const) {
      expect([who, await enter(who, method, path)]).toEqual([who, expected(who, access)]);
    }
  });

  it.each(rows.filter(({ method }) => method === 'POST'))(
    '$route refuses a forged form',
    async ({ path, access }) => {
      const who = access === 'public' ? 'guest' : access === 'signed-in' ? 'student' : (access[0] as Role);
      await visitors[who].forge(addressOf(path)).expect(403);
    },
  );

  it('refuses what nobody declared', async () => {
    await visitors.admin.get('/no/such/page').expect(404);
    await visitors.guest.get('/.git/config').expect(404);
  });
});
