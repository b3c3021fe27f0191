import { isOffice } from '../people/office.js';
import { type Actor, hasRole, type Role, roles } from '../platform/access/actor.js';
import type { NavigationItem, Place } from '../platform/web/navigation.js';

/** As many as the bar of a phone holds. */
const IN_BAR = 5;

const item = (href: string, icon: string, label: string, covers: string[] = []): NavigationItem => ({
  href,
  icon,
  label: `home.places.${label}`,
  covers,
});

const home = item('/home', 'home', 'home');
const account = item('/account', 'person', 'account');
const material = ['/sessions', '/lessons', '/quizzes', '/attempts', '/glossary'];
const desk = ['/courses', '/activities', '/question-bank', '/questions'];
const course = item('/course', 'path', 'course', [...material, ...desk]);
const grading = item('/grading', 'grade', 'grading', ['/submissions']);
const meetings = item('/meetings', 'hand', 'attendance');
const facts = item('/facts', 'check', 'facts');
const cohorts = item('/cohorts', 'people', 'cohorts', ['/certificate-batches', '/certificates']);
const people = item('/people', 'person', 'people');
const campuses = item('/campuses', 'campus', 'campuses');
const signatories = item('/signatories', 'seal', 'signatories');

/** What each role reaches, the most used first. */
const ofRole: Record<Role, readonly NavigationItem[]> = {
  student: [
    course,
    item('/assignments', 'task', 'assignments'),
    item('/attendance', 'hand', 'attendance'),
    item('/progress', 'chart', 'progress'),
    item('/certificate', 'seal', 'certificate'),
  ],
  instructor: [grading, meetings, course, facts],
  staff: [cohorts, people, grading, meetings, course, facts, campuses, signatories],
  coordinator: [item('/campus', 'campus', 'campus')],
  admin: [
    cohorts,
    people,
    grading,
    meetings,
    course,
    facts,
    campuses,
    signatories,
    item('/settings', 'settings', 'settings'),
    item('/audit', 'file', 'audit'),
    item('/jobs', 'clock', 'jobs'),
  ],
};

/** Not for staff who work for some cohorts only. */
const ofOffice: readonly NavigationItem[] = [people, campuses];

/**
 * Where somebody may go: what their roles reach, each place once, the profile last. Where the bar cannot hold all,
 * the first four stand in it and the others behind one more tap.
 */
export function placesOf(actor: Pick<Actor, 'grants'>): Pick<Place, 'bar' | 'more'> {
  const held = roles.filter((role) => hasRole(actor, role)).flatMap((role) => ofRole[role]);
  const reached = held.filter((place) => isOffice(actor) || !ofOffice.includes(place));
  const all = [...new Set([home, ...reached, account])];
  return all.length <= IN_BAR
    ? { bar: all, more: [] }
    : { bar: all.slice(0, IN_BAR - 1), more: all.slice(IN_BAR - 1) };
}
