/** One thing that a certificate asks for. The list of a cohort is data of that cohort. Scores are in 1/100. */
export type Requirement =
  | { readonly kind: 'attendance'; readonly minPercent: number }
  | { readonly kind: 'finalScore'; readonly min: number }
  | { readonly kind: 'criticalAspects'; readonly min: number; readonly mustPass: boolean }
  | { readonly kind: 'componentScore'; readonly component: string; readonly min: number }
  | { readonly kind: 'validVisits'; readonly min: number; readonly minBusinesses: number }
  | { readonly kind: 'requiredActivities' };

/** Names a requirement within its cohort; waivers refer to it. */
export function requirementKey(requirement: Requirement): string {
  return requirement.kind === 'componentScore' ? `componentScore:${requirement.component}` : requirement.kind;
}
