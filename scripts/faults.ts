/**
 * `npm run test:faults`: harms a running videogen of its own at random moments, and checks what becomes of its jobs. In: `--runs N` (10 a fault), `--only fault,...`,
 * `--seed N` (the same moments again), `--json`. Out: a table with the worst recovery time of each fault and what was lost; exit code 1 when anything was.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { FAULTS } from '#tests/faults/faults';
import { runFault, type FaultReport, type FaultRun } from '#tests/faults/run-fault';

function describeRun(name: string, { atMs, jobs, completed, codes, refused, recoverySeconds, problems }: FaultRun): string {
  const ends = [`${completed}/${jobs} completed`, ...codes, ...refused.map((answer) => `POST: ${answer}`)].join(', ');
  return [`  ${name} at ${(atMs / 1000).toFixed(2)} s: ${ends}; recovered in ${recoverySeconds.toFixed(1)} s`, ...problems.map((problem) => `    ! ${problem}`)].join('\n');
}

function describeReport({ name, title, skipped, runs }: FaultReport): string {
  const start = `${name.padEnd(19)}${title.padEnd(48)}`;
  if (skipped !== null) return `${start}skipped: ${skipped}`;
  const sum = (value: (run: FaultRun) => number): number => runs.reduce((total, run) => total + value(run), 0);
  const worst = Math.max(0, ...runs.map(({ recoverySeconds }) => recoverySeconds));
  const codes = [...new Set(runs.flatMap((run) => run.codes))].map((code) => `${sum((run) => run.codes.filter((other) => other === code).length)} ${code}`);
  const problems = sum((run) => run.problems.length);
  return `${start}${String(runs.length).padStart(4)}${`${sum((run) => run.completed)}/${sum((run) => run.jobs)}`.padStart(10)}${worst.toFixed(1).padStart(8)} s   ${problems === 0 ? 'nothing' : `${problems} PROBLEMS`}${codes.length === 0 ? '' : ` (ended: ${codes.join(', ')})`}`;
}

/** Moments of its own for each fault, whichever others are tried. */
function toSeed(seed: number, name: string): number {
  return createHash('sha256').update(`${seed} ${name}`).digest().readInt32LE();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, runs: { type: 'string', default: '10' }, seed: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs is a number from 1 on');
  const names = values.only?.split(',') ?? FAULTS.map(({ name }) => name);
  const unknown = names.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}: use ${FAULTS.map(({ name }) => name).join(', ')}`);
  const seed = Number(values.seed ?? Date.now() % 100_000);
  // What is done to it on purpose is not worth a line of log each.
  process.env['LOG_LEVEL'] ??= 'fatal';
  console.error(`seed ${seed}`);
  let stop = async (): Promise<void> => undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(1)));
  const reports: FaultReport[] = [];
  for (const fault of FAULTS.filter(({ name }) => names.includes(name))) {
    reports.push(await runFault(fault, { runs, seed: toSeed(seed, fault.name), onRun: (run) => console.error(describeRun(fault.name, run)), onOpen: (stopFault) => (stop = stopFault) }));
  }
  if (values.json) console.log(JSON.stringify({ seed, reports }, null, 2));
  else console.log([`${'fault'.padEnd(67)}runs completed recovery   lost`, ...reports.map(describeReport)].join('\n'));
  if (reports.some((report) => report.runs.some(({ problems }) => problems.length > 0))) process.exitCode = 1;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
