import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../platform/access/actor.js';
import type { NavigationItem, Place } from '../platform/web/navigation.js';
import { Navigation } from '../platform/web/navigation.js';

const item = (href: string, icon: string, label: string): NavigationItem => ({
  href,
  icon,
  label: `home.places.${label}`,
});

const home = item('/home', 'home', 'home');
const account = item('/account', 'person', 'account');

/** At most five places, for the bar of a phone; a person of several roles gets those of the first that applies. */
@Injectable()
export class ProductNavigation extends Navigation {
  async placeOf(actor: Actor): Promise<Place> {
    return { items: [home, ...this.places(actor), account], subtitle: '' };
  }

  private places(actor: Actor): NavigationItem[] {
    if (hasRole(actor, 'student')) return [];
    return [];
  }
}
