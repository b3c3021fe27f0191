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
const WARM_UP = { requests: 1500, ms: 10_000 };
const ROUNDS = 7;
const ROUND = { requests: 200, ms: 250 };

/**
 * Measures the product and the bare server in turn, A B B A, so that whatever else the machine does meets both; and
 * takes the cheapest round of each, since that can only add.
 */
export async function compare(product: Side, bare: Side): Promise<Comparison> {
  await load(product, WARM_UP);
  await load(bare, WARM_UP);
  const costs = new Map<Side, number[]>([
    [product, []],
    [bare, []],
  ]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [product, bare] : [bare, product];
    for (const side of order) costs.get(side)?.push(await costOf(side));
  }
  const [a, b] = [least(costs.get(product)), least(costs.get(bare))];
  return { product: a, bare: b, ratio: a / b };
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

const least = (values: readonly number[] = []): number => Math.min(...values);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
