import type { Ask, HttpClient } from './client.js';
import { cpuMs } from './cpu.js';

/** A server under load: where to send to, and the processes whose CPU counts. */
export interface Side {
  client: HttpClient;
  pids: readonly number[];
  lanes: Lanes;
}

/** Endless runs of requests; each sends its next one when the last is answered. */
export type Lanes = readonly [Lane, ...Lane[]];
type Lane = () => Ask;

export interface Comparison {
  /** CPU milliseconds a request. */
  product: number;
  bare: number;
  ratio: number;
}

/** Enough for the compiler of the engine to come to rest, also where the machine does other things. */
const WARM_UP = { requests: 1200, ms: 3000 };
const ROUNDS = 7;
const ROUND = { requests: 200, ms: 250 };

/**
 * Measures the product and the bare server in turn, A B B A, so that whatever else the machine does meets both.
 * The medians over the rounds.
 */
export async function compare(product: Side, bare: Side): Promise<Comparison> {
  await load(product, WARM_UP);
  await load(bare, ROUND);
  const rounds: Comparison[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [product, bare] : [bare, product];
    const cost = new Map<Side, number>();
    for (const side of order) cost.set(side, await costOf(side));
    const [a, b] = [cost.get(product) ?? 0, cost.get(bare) ?? 0];
    rounds.push({ product: a, bare: b, ratio: a / b });
  }
  return {
    product: median(rounds.map((round) => round.product)),
    bare: median(rounds.map((round) => round.bare)),
    ratio: median(rounds.map((round) => round.ratio)),
  };
}

async function costOf(side: Side): Promise<number> {
  const before = cpuMs(side.pids);
  const requests = await load(side, ROUND);
  return (cpuMs(side.pids) - before) / requests;
}

/** Sends until either limit is reached. @returns how many were answered */
export async function load(
  { client, lanes }: Pick<Side, 'client' | 'lanes'>,
  limit: { requests: number; ms: number },
): Promise<number> {
  const end = performance.now() + limit.ms;
  let sent = 0;
  const run = async (next: Lane): Promise<void> => {
    while (sent < limit.requests && performance.now() < end) {
      sent += 1;
      await client.send(next());
    }
  };
  await Promise.all(lanes.map(run));
  return sent;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
