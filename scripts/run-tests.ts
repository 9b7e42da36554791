/**
 * `npm test`: types, lint and every test project. In: arguments for vitest. Out: the runners' own output, then one last line
 * "N passed, M failed" (", K skipped" when there are any), and exit code 1 when anything failed or no test ran.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ensureBuild } from '#scripts/ensure-build';
import { ensureChromium } from '#scripts/ensure-chromium';
import { ensureFfmpeg } from '#scripts/ensure-ffmpeg';
import { ensureFonts } from '#scripts/ensure-fonts';
import { printStep } from '#scripts/print-step';
import { runProgram } from '#scripts/run-program';
import { StartProblem } from '#scripts/start-problem';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is read; its shape is Jest's. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) })) })),
});

export async function runTests(args: readonly string[], signal: AbortSignal): Promise<number> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const env = await prepare(signal);
    const checks = await Promise.all([runCheck('Types', ['node_modules/typescript/bin/tsc', '--noEmit'], signal), runCheck('Lint', ['node_modules/eslint/bin/eslint.js', '.'], signal)]);
    for (const hasPassed of checks) counts[hasPassed ? 'passed' : 'failed'] += 1;
    const before = counts.passed + counts.failed;
    for (const round of toRounds(args)) {
      const found = await runVitest([...round, ...args], env, signal);
      for (const key of ['passed', 'failed', 'skipped'] as const) counts[key] += found[key];
    }
    if (counts.passed + counts.failed === before) throw new StartProblem('No test ran');
  } catch (error) {
    if (signal.aborted) throw error;
    console.error(error instanceof StartProblem ? error.message : error);
    counts.failed += 1;
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  return counts.failed === 0 ? 0 : 1;
}

/**
 * Arguments for each run of vitest: one is enough, unless the tests share a configured database: the system tests' worker, which lives as long as the run, would
 * take the integration tests' jobs.
 */
function toRounds(args: readonly string[]): string[][] {
  const isShared = process.env['TEST_PARTS'] === 'configured' && !args.some((arg) => arg.startsWith('--project'));
  return isShared ? [['--project=unit', '--project=render'], ['--project=integration'], ['--project=system']].map((projects) => ['--passWithNoTests', ...projects]) : [[]];
}

/** Everything the tests need from the machine. Out: the environment they run in. */
async function prepare(signal: AbortSignal): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env };
  await printStep('FFmpeg', async () => {
    const { ffmpegPath, ffprobePath, version } = await ensureFfmpeg(process.env, signal);
    Object.assign(env, { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath });
    return `${version} (${ffmpegPath})`;
  });
  await printStep('Chromium', async () => (env['CHROMIUM_PATH'] = await ensureChromium(process.env, signal)));
  await printStep('Fonts', async () => ((await ensureFonts()) ? 'laid ready' : 'up to date'));
  await printStep('Web app', async () => ((await ensureBuild(signal)) ? 'built' : 'build is up to date'));
  return env;
}

async function runCheck(label: string, script: readonly string[], signal: AbortSignal): Promise<boolean> {
  const startedAt = performance.now();
  const { code, output } = await runProgram([process.execPath, ...script], { signal });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s ${label}: ${code === 0 ? 'passed' : `failed\n${output.trim()}`}`);
  return code === 0;
}

async function runVitest(args: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Counts> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-report-'));
  try {
    const reportPath = path.join(directory, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
    const { code } = await runProgram([process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { signal, env, isShown: true });
    return count(await readFile(reportPath, 'utf8').catch(() => null), code === 0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function count(text: string | null, isSuccess: boolean): Counts {
  if (text === null) throw new StartProblem('vitest ended without a report');
  const report = reportSchema.parse(JSON.parse(text));
  sayRetried(report);
  // A file that could not even be loaded has no tests to count; neither has an error outside all tests.
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = report.numFailedTests + brokenFiles;
  return { passed: report.numPassedTests, failed: failed === 0 && !isSuccess ? 1 : failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** What failed once and passed the second time is no failure, but somebody has to look at why. */
function sayRetried({ testResults }: z.infer<typeof reportSchema>): void {
  for (const { fullName, status, failureMessages } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (status === 'passed' && failureMessages.length > 0) console.log(`Passed at the second attempt: ${fullName}\n${failureMessages.join('\n')}\n`);
  }
}
