import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/project-root.js';
import type { EngineFigures, Figures } from './figures.js';
import type { Scenario } from './scenarios.js';

const file = join(projectRoot, 'docs', 'performance.md');
const markers = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/;

interface Run {
  hashMs: number;
  /** False where only some scenarios were asked for: then the document keeps what it has. */
  isWhole: boolean;
}

/** Prints the figures; those of a whole run go into docs/performance.md too. */
export function report(engines: readonly EngineFigures[], run: Run): void {
  const text = [machine(), table(engines, run.hashMs), processes(engines)].join('\n\n');
  console.log(text);
  if (!run.isWhole) return;
  const document = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    document.replace(markers, (_, before: string, after: string) => `${before}\n${text}\n\n${after}`),
  );
}

function machine(): string {
  const load = loadavg()[0]?.toFixed(1);
  return `Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model.trim()}, load average ${load} at the end.`;
}

function table(engines: readonly EngineFigures[], hashMs: number): string {
  const names = engines.map(({ engine }) => engine);
  const head = [
    'page or action',
    ...names.flatMap((name) => [`${name}: CPU ms`, '× bare']),
    'statements (read / write)',
    'page kB (plain / sent)',
    'aim, CPU ms',
    'best-known LMS, CPU ms',
  ];
  const rows = [...(engines[0]?.scenarios.keys() ?? [])].map((scenario) => row(scenario, engines, hashMs));
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function row(scenario: Scenario, engines: readonly EngineFigures[], hashMs: number): string[] {
  const figures = engines.flatMap((engine) => engine.scenarios.get(scenario) ?? []);
  const page = figures[0]?.page;
  const aim = scenario.isSignIn ? `${hashMs.toFixed(1)} + ${scenario.aim}` : scenario.aim;
  return [
    scenario.name,
    ...figures.flatMap(({ product, ratio }) => [product.toFixed(2), ratio.toFixed(1)]),
    statementsOf(figures),
    page ? `${kilobytes(page.plain)} / ${kilobytes(page.sent)}` : '',
    aim === undefined ? '' : `≤ ${aim}`,
    scenario.theirs === undefined ? '' : String(scenario.theirs),
  ];
}

function statementsOf(figures: readonly Figures[]): string {
  const counted = figures.find(({ statements }) => statements)?.statements;
  return counted ? `${counted.reads} / ${counted.writes}` : '';
}

function processes(engines: readonly EngineFigures[]): string {
  return engines
    .map(
      ({ engine, coldStartSeconds, idleMiB, peakMiB }) =>
        `${engine}: ${coldStartSeconds.toFixed(1)} s from a cold start to the first page; ${idleMiB} MiB resident when idle, ${peakMiB} MiB at most under load.`,
    )
    .join('\n');
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
