import type { Actor } from '../access/actor.js';

export interface NavigationItem {
  href: string;
  icon: string;
  /** Key of the catalogues. */
  label: string;
  /** Other paths whose pages belong to this place. */
  covers?: readonly string[];
}

export interface Place {
  /** Always in view, also in the bar of a phone: five at most, or four where there are others. */
  bar: readonly NavigationItem[];
  /** Behind one more tap on a phone, below the others on a desk. */
  more: readonly NavigationItem[];
  /** What stands below the product's name: the cohort or the role, as text. */
  subtitle: string;
}

/** What the frame of a page shows of the rest of the product. The features' own navigation stands in `home`. */
export abstract class Navigation {
  abstract placeOf(actor: Actor): Promise<Place>;
}
