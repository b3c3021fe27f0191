import { halfUp } from '../platform/half-up.js';

/** One activity as its component sees it. Scores are in 1/100 of a point, 0 to 10000. */
export interface GradedItem {
  readonly key: string;
  readonly title: string;
  /** A positive integer, relative to the other activities of the component; equal weights where all say 1. */
  readonly weight: number;
  readonly score: number | null;
  /** Work is in and waits for a person's judgement: it never counts as zero. */
  readonly isHandedIn: boolean;
  /** This person's own deadline, extensions included, has passed. */
  readonly isDuePassed: boolean;
}

/** A score for a component that has no activities, such as a paper exam, and where it comes from. */
export interface EnteredScore {
  readonly score: number;
  readonly source: string;
}

export interface GradeComponent {
  readonly key: string;
  readonly title: string;
  /** Basis points; those of a course add up to 10000. */
  readonly weight: number;
  readonly items: readonly GradedItem[];
  /** Counts only where there are no items. */
  readonly entered: EnteredScore | null;
}

/** graded: has a score · missing: counts as zero · awaiting: handed in, not judged · ahead: not due yet. */
type ItemStanding = 'graded' | 'missing' | 'awaiting' | 'ahead';

interface ItemLine {
  readonly key: string;
  readonly title: string;
  readonly weight: number;
  readonly score: number | null;
  readonly standing: ItemStanding;
}

/** One line of "why is my grade …?". */
export interface ComponentLine {
  readonly key: string;
  readonly title: string;
  readonly weight: number;
  /** The mean of what counts, in 1/100, half up; null while nothing counts. */
  readonly score: number | null;
  /** Score times weight, exact, in millionths of a point; null while nothing counts. */
  readonly contribution: number | null;
  readonly source: string | null;
  readonly counted: readonly ItemLine[];
  readonly missing: readonly ItemLine[];
  readonly notYetCounted: readonly ItemLine[];
  /** Nothing is left that could still be graded. */
  readonly isSettled: boolean;
}

export interface Result {
  readonly components: readonly ComponentLine[];
  /** Basis points of the components that have a score already. */
  readonly countedWeight: number;
  readonly totalWeight: number;
  /** The contributions added up, exact, in millionths of a point. */
  readonly sum: number;
  /** The sum over the counted weight, in 1/100, half up: what is not graded yet is left out, not zero. */
  readonly provisional: number | null;
  /** The result that stands, in 1/100; null while anything may still change it. */
  readonly final: number | null;
}

/**
 * Weighs one enrolment's components. What is missing counts zero only after its deadline or at closing; work
 * that was handed in and not judged yet counts at no time, and holds the final result back. Each component is
 * rounded to two decimals first, as the transcript prints it, so that the printed numbers lead to the result.
 */
export function resultOf(components: readonly GradeComponent[], isClosed: boolean): Result {
  const lines = components.map((component) => componentLine(component, isClosed));
  const counted = lines.filter((line) => line.score !== null);
  const countedWeight = total(counted, (line) => line.weight);
  const sum = total(counted, (line) => line.contribution ?? 0);
  const provisional = countedWeight > 0 ? halfUp(sum, countedWeight) : null;
  const isFinal = lines.every((line) => line.isSettled && line.score !== null);
  return {
    components: lines,
    countedWeight,
    totalWeight: total(lines, (line) => line.weight),
    sum,
    provisional,
    final: isFinal ? provisional : null,
  };
}

function componentLine(component: GradeComponent, isClosed: boolean): ComponentLine {
  const { key, title, weight } = component;
  const scored =
    component.items.length > 0 ? fromItems(component.items, isClosed) : fromHand(component.entered, isClosed);
  const contribution = scored.score === null ? null : scored.score * weight;
  return { key, title, weight, contribution, ...scored };
}

type Scored = Omit<ComponentLine, 'key' | 'title' | 'weight' | 'contribution'>;

function fromItems(items: readonly GradedItem[], isClosed: boolean): Scored {
  const lines = items.map((item) => itemLine(item, isClosed));
  const counted = lines.filter((line) => line.standing === 'graded');
  const missing = lines.filter((line) => line.standing === 'missing');
  const notYetCounted = lines.filter((line) => line.standing === 'awaiting' || line.standing === 'ahead');
  const score = weightedMean([...counted, ...missing]);
  return { score, source: null, counted, missing, notYetCounted, isSettled: notYetCounted.length === 0 };
}

function fromHand(entered: EnteredScore | null, isClosed: boolean): Scored {
  const score = entered?.score ?? (isClosed ? 0 : null);
  const isSettled = score !== null;
  return { score, source: entered?.source ?? null, counted: [], missing: [], notYetCounted: [], isSettled };
}

function itemLine(item: GradedItem, isClosed: boolean): ItemLine {
  const { key, title, weight, score } = item;
  return { key, title, weight, score, standing: standingOf(item, isClosed) };
}

function standingOf(item: GradedItem, isClosed: boolean): ItemStanding {
  if (item.score !== null) return 'graded';
  if (item.isHandedIn) return 'awaiting';
  return item.isDuePassed || isClosed ? 'missing' : 'ahead';
}

function weightedMean(lines: readonly ItemLine[]): number | null {
  const weight = total(lines, (line) => line.weight);
  return weight > 0
    ? halfUp(
        total(lines, (line) => line.weight * (line.score ?? 0)),
        weight,
      )
    : null;
}

function total<Line>(lines: readonly Line[], value: (line: Line) => number): number {
  return lines.reduce((sum, line) => sum + value(line), 0);
}
