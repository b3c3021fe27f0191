import { Injectable } from '@nestjs/common';
import { romanNumeral } from '../platform/roman-numeral.js';
import { EnrolmentsService } from '../cohorts/enrolments.service.js';
import { type Actor, hasRole, roles } from '../platform/access/actor.js';
import { Dictionary } from '../platform/i18n/words.js';
import { Navigation, type Place } from '../platform/web/navigation.js';
import { placesOf } from './places.js';

/** Costs one small query for learners, and none on the pages that need the learner's place anyway. */
@Injectable()
export class ProductNavigation extends Navigation {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly dictionary: Dictionary,
  ) {
    super();
  }

  async placeOf(actor: Actor): Promise<Place> {
    return { ...placesOf(actor), subtitle: await this.subtitleOf(actor) };
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
