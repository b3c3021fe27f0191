import { type Actor, hasRole } from '../platform/access/actor.js';
import { Forbidden } from '../platform/access/refusals.js';

/** Staff and administrators of everything; who works for some cohorts only is no office. */
export const isOffice = (actor: Pick<Actor, 'grants'>): boolean =>
  actor.grants.some(({ role, scope }) => scope === 'everything' && (role === 'staff' || role === 'admin'));

/** @throws Forbidden */
export function mustBeOffice(actor: Pick<Actor, 'grants'>): void {
  if (!isOffice(actor)) throw new Forbidden('works for some cohorts only');
}

/** Roles above their own nobody gives, nor changes who has them. @throws Forbidden for who is no office */
export function mayGive(actor: Pick<Actor, 'grants'>, role: string): boolean {
  mustBeOffice(actor);
  return hasRole(actor, 'admin') || (role !== 'staff' && role !== 'admin');
}
