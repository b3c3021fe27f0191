export const roles = ['student', 'instructor', 'staff', 'coordinator', 'admin'] as const;
export type Role = (typeof roles)[number];
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a role reaches: everything, or one cohort or campus by its id. */
export interface Grant {
  role: Role;
  scope: 'everything' | 'cohort' | 'campus';
  scopeId: number | null;
}

/** The person who asks, as far as the platform needs to know. `people` loads it for each request. */
export interface Actor {
  personId: number;
  displayName: string;
  language: Language;
  grants: readonly Grant[];
  /** Signed in with a temporary password: nothing is open until the person has chosen their own. */
  mustChangePassword: boolean;
  /** Identifies the device signed in; the CSRF token is bound to it. */
  signIn: string;
  /** The request that the actor makes, as in the log; the audit log names it too. */
  requestId?: string;
}

export const hasRole = (actor: Pick<Actor, 'grants'>, ...wanted: Role[]): boolean =>
  actor.grants.some((grant) => wanted.includes(grant.role));

/** Ids that the actor's grants of a role name for a scope; `null` means no limit. */
export function scopeIds(
  actor: Pick<Actor, 'grants'>,
  role: Role,
  scope: 'cohort' | 'campus',
): number[] | null {
  const grants = actor.grants.filter((grant) => grant.role === role);
  if (grants.some((grant) => grant.scope === 'everything')) return null;
  return grants.flatMap((grant) => (grant.scope === scope && grant.scopeId !== null ? [grant.scopeId] : []));
}
