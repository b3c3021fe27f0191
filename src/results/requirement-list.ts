import { Requirement, requirementKey } from './requirement.js';

/** What the course asks for; a cohort takes a copy when it opens and may change it. */
export const COURSE_REQUIREMENTS: readonly Requirement[] = [
  { kind: 'attendance', minPercent: 80 },
  { kind: 'finalScore', min: 7000 },
  { kind: 'criticalAspects', min: 8000, mustPass: true },
  { kind: 'componentScore', component: 'practice', min: 7000 },
  { kind: 'validVisits', min: 4, minBusinesses: 1 },
  { kind: 'requiredActivities' },
];

/** Stored requirements that nothing can be judged by: a fault of the data, not of a person. */
export class UnreadableRequirements extends Error {}

const isPercent = integerWithin(0, 100);
const isScore = integerWithin(0, 10_000);
const isCount = integerWithin(1, 1000);

/** The fields of each kind, and what each must be. */
const FIELDS: Record<Requirement['kind'], Record<string, (value: unknown) => boolean>> = {
  attendance: { minPercent: isPercent },
  finalScore: { min: isScore },
  criticalAspects: { min: isScore, mustPass: (value) => typeof value === 'boolean' },
  componentScore: { component: (value) => typeof value === 'string' && value !== '', min: isScore },
  validVisits: { min: isCount, minBusinesses: isCount },
  requiredActivities: {},
};

/**
 * Reads the requirements that a cohort has stored. An unknown kind, a threshold out of range, the same
 * requirement twice or an empty list is refused as a whole: a list half read would let people through.
 */
export function readRequirements(stored: unknown): Requirement[] {
  if (!Array.isArray(stored) || stored.length === 0) throw new UnreadableRequirements('no list');
  const list = stored.map(readRequirement);
  const keys = new Set(list.map(requirementKey));
  if (keys.size < list.length) throw new UnreadableRequirements('a requirement stands in the list twice');
  return list;
}

/** Those of a cohort; none while it asks for nothing. @throws UnreadableRequirements */
export const requirementsOf = ({ requirements }: { requirements: readonly unknown[] }): Requirement[] =>
  requirements.length > 0 ? readRequirements(requirements) : [];

function readRequirement(stored: unknown): Requirement {
  const entry: Record<string, unknown> = { ...(stored as object) };
  const kind = entry.kind;
  if (!isKind(kind)) throw new UnreadableRequirements(`unknown kind ${JSON.stringify(kind)}`);
  for (const [field, isRight] of Object.entries(FIELDS[kind])) {
    if (!isRight(entry[field])) throw new UnreadableRequirements(`${kind}: ${field} is not usable`);
  }
  return entry as unknown as Requirement;
}

function isKind(kind: unknown): kind is Requirement['kind'] {
  return typeof kind === 'string' && Object.hasOwn(FIELDS, kind);
}

function integerWithin(least: number, most: number) {
  return (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
