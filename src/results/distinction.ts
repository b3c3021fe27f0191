/** The *predikat* of a final result. */
export type Distinction = 'sangat-memuaskan' | 'memuaskan' | 'cukup-memuaskan';

const FROM: readonly (readonly [number, Distinction])[] = [
  [9000, 'sangat-memuaskan'],
  [8000, 'memuaskan'],
  [7000, 'cukup-memuaskan'],
];

/** The distinction that a final result, in 1/100, earns; none below 70. The words follow the usage of LAN. */
export function distinctionOf(final: number): Distinction | null {
  return FROM.find(([least]) => final >= least)?.[1] ?? null;
}
