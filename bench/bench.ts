import { freePort } from '../test/support/mariadb.js';
import { HttpClient } from './client.js';
import { compare, type Comparison, load, median } from './comparison.js';
import { residentMiB } from './cpu.js';
import { type Engine, mariadb, sqlite, type Statements } from './engines.js';
import { hashCostMs } from './hash-cost.js';
import { report } from './report.js';
import { LANES, type Scenario, scenarios } from './scenarios.js';
import { type BareServer, type Server, startBare, startProduct } from './servers.js';

/** What one scenario costs on one engine. */
export interface Figures extends Comparison {
  /** Bytes of the page; null where the answer is none. */
  page: { plain: number; sent: number } | null;
  statements: Statements | null;
}

export interface EngineFigures {
  engine: Engine['name'];
  coldStartSeconds: number;
  idleMiB: number;
  peakMiB: number;
  scenarios: Map<Scenario, Figures>;
}

const STARTS = 3;
const wanted = process.argv.slice(2);
const chosen = scenarios.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);

const bare = await startBare(await freePort());
const figures: EngineFigures[] = [];
try {
  for (const start of [sqlite, mariadb]) {
    const engine = await start();
    if (!engine) continue;
    try {
      figures.push(await measureEngine(engine, bare));
    } finally {
      await engine.stop();
    }
  }
  report(figures, { hashMs: await hashCostMs(), isWhole: chosen.length === scenarios.length });
} finally {
  await bare.stop();
}

async function measureEngine(engine: Engine, bareServer: BareServer): Promise<EngineFigures> {
  const { product, coldStartSeconds } = await startOften(engine);
  const idleMiB = residentMiB(product.pid, 'now');
  const measured = new Map<Scenario, Figures>();
  try {
    for (const scenario of chosen) {
      const figure = await measure(scenario, engine, product, bareServer);
      measured.set(scenario, figure);
      console.error(
        `${engine.name}: ${scenario.name}: ${figure.product.toFixed(2)} ms, × ${figure.ratio.toFixed(1)}`,
      );
    }
    const peakMiB = residentMiB(product.pid, 'peak');
    return { engine: engine.name, coldStartSeconds, idleMiB, peakMiB, scenarios: measured };
  } finally {
    await product.stop();
  }
}

async function startOften(engine: Engine): Promise<{ product: Server; coldStartSeconds: number }> {
  const seconds: number[] = [];
  for (let start = 1; ; start += 1) {
    const product = await startProduct(await freePort(), engine.environment);
    seconds.push(product.seconds);
    if (start === STARTS) return { product, coldStartSeconds: median(seconds) };
    await product.stop();
  }
}

async function measure(
  scenario: Scenario,
  engine: Engine,
  product: Server,
  bareServer: BareServer,
): Promise<Figures> {
  const client = new HttpClient(product.port, LANES);
  const bareClient = new HttpClient(bareServer.port, LANES);
  try {
    const lanes = scenario.lanes(engine.world);
    const [first] = lanes;
    if (!first) throw new Error(`${scenario.name} asks for nothing`);
    const answer = await client.send(first());
    await bareServer.tell(answer);
    const comparison = await compare(
      { client, pids: [product.pid, ...engine.pids] },
      { client: bareClient, pids: [bareServer.pid] },
      lanes,
    );
    return {
      ...comparison,
      page: await pageBytes(client, first),
      statements: await statements(engine, client, lanes),
    };
  } finally {
    client.close();
    bareClient.close();
  }
}

async function pageBytes(
  client: HttpClient,
  next: () => Parameters<HttpClient['send']>[0],
): Promise<Figures['page']> {
  const ask = next();
  if (ask.method === 'POST') return null;
  const { body: sent } = await client.send(ask);
  const { body: plain } = await client.send({
    ...ask,
    headers: { ...ask.headers, 'Accept-Encoding': 'identity' },
  });
  return { plain: plain.length, sent: sent.length };
}

/** Statements a request, on the average: what is done only once a minute all but vanishes. */
async function statements(
  engine: Engine,
  client: HttpClient,
  lanes: ReturnType<Scenario['lanes']>,
): Promise<Statements | null> {
  const before = await engine.statements();
  const requests = await load({ client }, lanes, { requests: 100, ms: 5000 });
  const after = await engine.statements();
  if (!before || !after) return null;
  return {
    reads: Math.round((after.reads - before.reads) / requests),
    writes: Math.round((after.writes - before.writes) / requests),
  };
}
