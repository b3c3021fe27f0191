import type { PackFields } from '../pack-fields.js';

/** The whole, in basis points. */
const WHOLE = 10_000;

/** Reports weights (basis points) that do not sum to the whole; not where one of them could not be read at all. */
export function checkWeights(members: readonly { weight: number }[], fields: PackFields, name: string): void {
  const weights = members.map(({ weight }) => weight);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum !== WHOLE && !weights.includes(0) && weights.length > 0)
    fields.report(name, 'weightSum', { sum: sum / 100 });
}
