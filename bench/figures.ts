import type { Comparison } from './comparison.js';
import type { Engine, Statements } from './engines.js';
import type { Scenario } from './scenarios.js';

/** What one scenario costs on one engine. */
export interface Figures extends Comparison {
  /** Bytes of the page; null where the answer is none. */
  page: { plain: number; sent: number } | null;
  /** A request; null where nobody counts them. */
  statements: Statements | null;
}

export interface EngineFigures {
  engine: Engine['name'];
  /** From the start of the process to the last byte of its first page. */
  coldStartSeconds: number;
  idleMiB: number;
  peakMiB: number;
  scenarios: Map<Scenario, Figures>;
}
