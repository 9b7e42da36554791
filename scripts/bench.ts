/**
 * `npm run bench`: what a render costs beside the commands that people write by hand, and what the running product adds: its overhead, how soon workers begin, how many
 * requests it answers, and what a second worker brings. In: `--only name,...` of workloads and of service benchmarks, `--contenders name,...` and `--runs N` (the cheapest
 * counts) of renders, `--media folder` (where the made media are kept), `--json`. Out: a table, or JSON.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchWorkload, CONTENDERS, describeRow, type Contender, type RenderRow } from '#scripts/bench/render-benchmark';
import { API } from '#scripts/bench/service/api';
import { EVENTS } from '#scripts/bench/service/events';
import { OVERHEAD } from '#scripts/bench/service/overhead';
import { PICK_UP } from '#scripts/bench/service/pick-up';
import { isReached, type Figure, type ServiceBenchmark } from '#scripts/bench/service/service-benchmark';
import { TWO_WORKERS } from '#scripts/bench/service/two-workers';
import { WORKLOADS } from '#scripts/bench/workloads';

const SERVICE_BENCHMARKS: readonly ServiceBenchmark[] = [OVERHEAD, PICK_UP, API, EVENTS, TWO_WORKERS];
const NAMES = [...SERVICE_BENCHMARKS, ...WORKLOADS].map(({ name }) => name);

interface ServiceRow {
  benchmark: string;
  figures: Figure[];
}

interface Choice {
  names: readonly string[];
  contenders: readonly Contender[];
  runs: number;
  directory: string;
  /** Shows a finished row. */
  show: (text: string) => void;
}

async function runServiceBenchmarks({ names, show }: Choice): Promise<ServiceRow[]> {
  const rows: ServiceRow[] = [];
  for (const { name, title, run } of SERVICE_BENCHMARKS.filter((benchmark) => names.includes(benchmark.name))) {
    const figures = await run();
    rows.push({ benchmark: name, figures });
    show([`${name}: ${title}`, ...figures.map(describeFigure)].join('\n'));
  }
  return rows;
}

function describeFigure(found: Figure): string {
  const { label, value, unit, goal } = found;
  const judged = goal === null ? '' : `   goal ${goal}: ${isReached(found) ? 'reached' : 'missed'}`;
  return `  ${label.padEnd(32)}${value.toFixed(value < 100 ? 2 : 0).padStart(9)} ${unit}${judged}`;
}

async function runRenderBenchmarks({ names, contenders, runs, directory, show }: Choice): Promise<RenderRow[]> {
  const rows: RenderRow[] = [];
  for (const workload of WORKLOADS.filter(({ name }) => names.includes(name))) {
    const row = await benchWorkload(workload, { runs, contenders, directory });
    rows.push(row);
    show(describeRow(row, workload));
  }
  return rows;
}

/** All where none is named. Throws where a name is not among the known ones. */
function chooseFrom<Name extends string>(known: readonly Name[], wanted: string | undefined): Name[] {
  const names = wanted?.split(',') ?? known;
  const unknown = names.filter((name) => !known.some((other) => other === name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}: use ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, contenders: { type: 'string' }, runs: { type: 'string', default: '1' }, media: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const names = chooseFrom(NAMES, values.only);
  const contenders = chooseFrom(CONTENDERS, values.contenders);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs is a number from 1 on');
  const directory = values.media === undefined ? await mkdtemp(path.join(tmpdir(), 'videogen-bench-')) : path.resolve(values.media);
  await mkdir(directory, { recursive: true });
  try {
    const choice: Choice = { names, contenders, runs, directory, show: (text) => values.json || console.log(text) };
    const service = await runServiceBenchmarks(choice);
    const render = await runRenderBenchmarks(choice);
    const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
    if (values.json) console.log(JSON.stringify({ machine, service, render }, null, 2));
  } finally {
    if (values.media === undefined) await rm(directory, { recursive: true, force: true });
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
