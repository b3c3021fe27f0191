import { GradeComponent, resultOf } from './final-result.js';

/**
 * The least score, in 1/100, that brings the final result to the minimum when it is reached in everything not
 * graded yet: 0 where nothing more is needed, null where even full marks no longer suffice.
 */
export function scoreStillNeeded(
  components: readonly GradeComponent[],
  isClosed: boolean,
  minimum: number,
): number | null {
  const suffices = (score: number) =>
    (resultOf(withOpenScoredAt(components, isClosed, score), true).final ?? 0) >= minimum;
  if (!suffices(10_000)) return null;
  let [tooLow, enough] = [-1, 10_000];
  while (enough - tooLow > 1) {
    const middle = Math.floor((tooLow + enough) / 2);
    if (suffices(middle)) enough = middle;
    else tooLow = middle;
  }
  return enough;
}

function withOpenScoredAt(components: readonly GradeComponent[], isClosed: boolean, score: number) {
  const open = new Set(
    resultOf(components, isClosed).components.flatMap((line) => line.notYetCounted.map((item) => item.key)),
  );
  return components.map((component) => ({
    ...component,
    items: component.items.map((item) => (open.has(item.key) ? { ...item, score } : item)),
    entered: component.entered ?? (isClosed ? null : { score, source: '' }),
  }));
}
