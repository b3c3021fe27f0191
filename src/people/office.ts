import type { Actor } from '../platform/access/actor.js';
import { Forbidden } from '../platform/access/refusals.js';

/** Staff and administrators of everything; who works for some cohorts only is no office. */
export const isOffice = (actor: Pick<Actor, 'grants'>): boolean =>
  actor.grants.some(({ role, scope }) => scope === 'everything' && (role === 'staff' || role === 'admin'));

/** @throws Forbidden */
export function mustBeOffice(actor: Pick<Actor, 'grants'>): void {
  if (!isOffice(actor)) throw new Forbidden('works for some cohorts only');
}
