import { freePort } from '../test/support/mariadb.js';
import { type Ask, HttpClient } from './client.js';
import { compare, type Lanes, load, median } from './comparison.js';
import { residentMiB } from './cpu.js';
import { type Engine, mariadb, sqlite, type Statements } from './engines.js';
import type { EngineFigures, Figures } from './figures.js';
import { hashCostMs } from './hash-cost.js';
import { report } from './report.js';
import { LANES, type Scenario, scenarios } from './scenarios.js';
import { type BareServer, type Server, startBare, startProduct } from './servers.js';

// `npm run bench`: every scenario on both engines; `npm run bench -- home lesson`: those whose names hold a word.
const STARTS = 3;
const words = process.argv.slice(2);
const chosen = scenarios.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

const bare = await startBare(await freePort());
try {
  const figures: EngineFigures[] = [];
  for (const start of [sqlite, mariadb]) {
    const engine = await start();
    if (engine) figures.push(await measureEngine(engine).finally(() => engine.stop()));
    else console.error('MariaDB is not installed: only SQLite is measured');
  }
  report(figures, { hashMs: await hashCostMs(), isWhole: chosen.length === scenarios.length });
} finally {
  await bare.stop();
}

async function measureEngine(engine: Engine): Promise<EngineFigures> {
  const { product, coldStartSeconds } = await startOften(engine);
  try {
    const idleMiB = residentMiB(product.pid, 'now');
    const measured = new Map<Scenario, Figures>();
    for (const scenario of chosen) {
      const figures = await measure(scenario, engine, product, bare);
      measured.set(scenario, figures);
      const cost = `${figures.product.toFixed(2)} ms, × ${figures.ratio.toFixed(1)}`;
      console.error(`${engine.name}: ${scenario.name}: ${cost}`);
    }
    const peakMiB = residentMiB(product.pid, 'peak');
    return { engine: engine.name, coldStartSeconds, idleMiB, peakMiB, scenarios: measured };
  } finally {
    await product.stop();
  }
}

/** The first start reads the program from the disk; the median is one of the others. */
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
    const lanes = await scenario.lanes(engine.world, client);
    const ask = lanes[0]();
    await bareServer.tell(await client.send(ask));
    const comparison = await compare(
      { client, pids: [product.pid, ...engine.pids], lanes },
      // Lanes of its own: what the product has not seen must not count there.
      { client: bareClient, pids: [bareServer.pid], lanes: await scenario.lanes(engine.world, client) },
    );
    const page = ask.method === 'POST' ? null : await pageBytes(client, ask);
    return { ...comparison, page, statements: await statementsOf(engine, client, lanes) };
  } finally {
    client.close();
    bareClient.close();
  }
}

async function pageBytes(client: HttpClient, ask: Ask): Promise<Figures['page']> {
  const { body: sent } = await client.send(ask);
  const identity = { ...ask.headers, 'Accept-Encoding': 'identity' };
  const { body: plain } = await client.send({ ...ask, headers: identity });
  return { plain: plain.length, sent: sent.length };
}

/** On the average, so that what happens once a minute all but vanishes. */
async function statementsOf(engine: Engine, client: HttpClient, lanes: Lanes): Promise<Statements | null> {
  const before = await engine.statements();
  if (!before) return null;
  const requests = await load({ client, lanes }, { requests: 100, ms: 5000 });
  const after = (await engine.statements()) ?? before;
  return {
    reads: Math.round((after.reads - before.reads) / requests),
    writes: Math.round((after.writes - before.writes) / requests),
  };
}
