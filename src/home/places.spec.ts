import type { Grant, Role } from '../platform/access/actor.js';
import { placesOf } from './places.js';

const everything = (role: Role): Grant => ({ role, scope: 'everything', scopeId: null });
const hrefs = (grants: Grant[]) => {
  const { bar, more } = placesOf({ grants });
  return { bar: bar.map(({ href }) => href).join(' '), more: more.map(({ href }) => href).join(' ') };
};

describe('the places of', () => {
  it.each<[Role, string, string]>([
    ['student', '/home /course /assignments /attendance', '/progress /certificate /account'],
    ['instructor', '/home /grading /meetings /course', '/facts /account'],
    ['staff', '/home /cohorts /people /grading', '/meetings /course /facts /campuses /signatories /account'],
    ['coordinator', '/home /campus /account', ''],
    [
      'admin',
      '/home /cohorts /people /grading',
      '/meetings /course /facts /campuses /signatories /settings /audit /jobs /account',
    ],
  ])('a %s are %s, then %s', (role, bar, more) => {
    expect(hrefs([everything(role)])).toEqual({ bar, more });
  });

  it('nobody are the first page and the profile', () => {
    expect(hrefs([])).toEqual({ bar: '/home /account', more: '' });
  });

  it('somebody of several roles are those of all, each once', () => {
    const { bar, more } = hrefs([everything('instructor'), everything('staff')]);
    expect(bar).toBe('/home /grading /meetings /course');
    expect(more).toBe('/facts /cohorts /people /campuses /signatories /account');
  });

  it('staff of one cohort are without the people', () => {
    const { bar, more } = hrefs([{ role: 'staff', scope: 'cohort', scopeId: 3 }]);
    expect(`${bar} ${more}`).not.toContain('/people');
    expect(bar).toContain('/cohorts');
  });
});
