import { type Actor, hasRole, scopeIds } from '../platform/access/actor.js';

/** Staff and administrators of everything; who works for some cohorts only is no office. */
export const isOffice = (actor: Pick<Actor, 'grants'>): boolean =>
  (['staff', 'admin'] as const).some(
    (role) => hasRole(actor, role) && scopeIds(actor, role, 'cohort') === null,
  );
