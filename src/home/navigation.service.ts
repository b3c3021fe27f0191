import { Injectable } from '@nestjs/common';
import { romanNumeral } from '../platform/roman-numeral.js';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { type Actor, hasRole, roles } from '../platform/access/actor.js';
import { Dictionary } from '../platform/i18n/words.js';
import { Navigation, type NavigationItem, type Place } from '../platform/web/navigation.js';

const item = (href: string, icon: string, label: string, covers: string[] = []): NavigationItem => ({
  href,
  icon,
  label: `home.places.${label}`,
  covers,
});

const home = item('/home', 'home', 'home');
const course = item('/course', 'path', 'course', ['/sessions', '/lessons', '/quizzes', '/attempts']);
const account = item('/account', 'person', 'account');

const ofStudent = [
  home,
  course,
  item('/assignments', 'task', 'assignments'),
  item('/attendance', 'hand', 'attendance'),
  account,
];
const ofTeacher = [
  home,
  item('/grading', 'grade', 'grading', ['/submissions']),
  item('/meetings', 'hand', 'attendance'),
  course,
  account,
];
const ofOthers = [home, account];

/**
 * At most five places, for the bar of a phone; a person of several roles gets those of the first that applies. Costs
 * one small query for learners, and none on the pages that need the learner's place anyway.
 */
@Injectable()
export class ProductNavigation extends Navigation {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly dictionary: Dictionary,
  ) {
    super();
  }

  async placeOf(actor: Actor): Promise<Place> {
    return { items: placesOf(actor), subtitle: await this.subtitleOf(actor) };
  }

  /** The cohort of a learner; otherwise the first role that applies. */
  private async subtitleOf(actor: Actor): Promise<string> {
    const words = this.dictionary.in(actor.language);
    const place = hasRole(actor, 'student') ? await this.enrolments.placeOf(actor) : null;
    if (place) return words.t('home.cohort', { number: romanNumeral(place.cohort.ordinal) });
    const role = roles.find((role) => hasRole(actor, role));
    return role ? words.t(`people.roles.${role}`) : '';
  }
}

function placesOf(actor: Actor): readonly NavigationItem[] {
  if (hasRole(actor, 'student')) return ofStudent;
  return hasRole(actor, 'instructor', 'staff', 'admin') ? ofTeacher : ofOthers;
}
