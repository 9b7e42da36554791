/**
 * What the npm scripts run once packages and Node are in place (scripts/start.mjs sees to that). In: the command's name and its
 * arguments. Out: the command's work, ended in order by SIGINT, SIGTERM, SIGHUP or the end of the process that started this one.
 */
import { ConfigError } from '#lib/config';
import { runRenderingScript } from '#scripts/run-rendering-script';
import { runScript } from '#scripts/run-script';
import { runStart } from '#scripts/run-start';
import { findRunningEnvironment, runWorker } from '#scripts/run-worker';
import { setupBucketCommand } from '#scripts/setup-bucket';
import { StartProblem } from '#scripts/start-problem';

/** Everything ends in less; what has not by then is left to the kernel and the closing IPC channels. */
const STOP_TIMEOUT_MS = 9_500;

const stopping = new AbortController();
const { signal } = stopping;

const COMMANDS: Record<string, (args: readonly string[]) => Promise<number | void>> = {
  start: () => runStart('start', signal),
  dev: () => runStart('dev', signal),
  worker: () => runWorker(signal),
  // Loaded only when asked for: it brings Playwright along.
  test: async (args) => (await import('#scripts/run-tests')).runTests(args, signal),
  'test-faults': (args) => runRenderingScript('scripts/faults.ts', args, signal),
  'setup-bucket': async () => {
    Object.assign(process.env, await findRunningEnvironment(['storage']));
    await setupBucketCommand().catch((error: unknown) => {
      throw new StartProblem(error instanceof Error ? error.message : String(error));
    });
  },
  gallery: (args) => runRenderingScript('scripts/gallery.ts', args, signal),
  'bench-estimate': async (args) => runScript('scripts/replay-estimates.ts', args, await findRunningEnvironment([])),
  bench: (args) => runRenderingScript('scripts/bench.ts', args, signal),
  'bench-composer': (args) => runRenderingScript('scripts/bench-composer.ts', args, signal),
  parity: (args) => runRenderingScript('scripts/parity.ts', args, signal),
  plan: async (args) => runScript('scripts/plan.ts', args, await findRunningEnvironment([])),
};

// One Ctrl-C arrives several times (from the terminal, from npm, from our starter), so a second signal changes nothing.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
process.on('disconnect', stop);
process.channel?.unref();
// Whoever reads our output may be gone (npm start | head); that must not end us in the middle of stopping.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

function stop(): void {
  if (signal.aborted) return;
  stopping.abort();
  setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
}

function report(error: unknown): number {
  if (signal.aborted) return 0;
  const isExplained = error instanceof StartProblem || error instanceof ConfigError;
  console.error(isExplained ? error.message : error);
  return 1;
}

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  console.error(`Unknown command "${name}": use one of ${Object.keys(COMMANDS).join(', ')}`);
  process.exit(1);
}
process.exit((await command(args).catch(report)) ?? 0);
