import { stringify } from 'yaml';

/** Fields in the order in which they are written; those without a value are left out. */
export type WrittenFields = Record<string, unknown>;

/**
 * The YAML of a file, the same for the same fields: what is null or undefined is left out, lines are never folded, and
 * texts of several lines stand as blocks.
 */
export function writeYaml(fields: WrittenFields): string {
  return stringify(present(fields), { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false });
}

/** Without the fields that have no value. */
export function present(fields: WrittenFields): WrittenFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** Basis points as files speak of them: 1250 is `12.5 %`. */
export const percentOf = (weight: number): string => `${weight / 100} %`;

/** A score of 1/100 as points: 7250 is 72.5. */
export const pointsOf = (score: number): number => score / 100;
