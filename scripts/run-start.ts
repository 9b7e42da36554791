/**
 * `npm start` and `npm run dev`: from a folder with installed packages to a running videogen. In: the mode and the environment.
 * Out: one line a step; then everything runs until `signal` aborts, and is stopped in order.
 */
import { findEmbeddedParts, loadConfig } from '#lib/config';
import { toEnvironment } from '#lib/embedded/environment';
import { waitForPort } from '#lib/embedded/free-port';
import { ensureState } from '#lib/embedded/state';
import { ensureBuild } from '#scripts/ensure-build';
import { ensureFfmpeg } from '#scripts/ensure-ffmpeg';
import { ensureFonts } from '#scripts/ensure-fonts';
import { claimInstance } from '#scripts/instance';
import { printStep } from '#scripts/print-step';
import { webService, workerService } from '#scripts/services';
import { startParts } from '#scripts/start-parts';
import { StartProblem } from '#scripts/start-problem';
import { findStateDirectory } from '#scripts/state-directory';
import { Supervisor } from '#scripts/supervisor';
import { untilAborted } from '#scripts/until-aborted';

/** An earlier run that was killed lets the port go within this time. */
const PORT_TIMEOUT_MS = 2_000;

type Mode = 'start' | 'dev';

export async function runStart(mode: Mode, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const stateDirectory = findStateDirectory();
  const parts = findEmbeddedParts(process.env);
  // Read before anything is started: a wrong configuration must leave nothing running.
  const { port } = loadConfig(toEnvironment({ env: process.env, parts, state: await ensureState(stateDirectory), stateDirectory }));
  const instance = await claimInstance(stateDirectory, port);
  const supervisor = new Supervisor((line) => console.error(line));
  try {
    await requirePort(port, mode);
    const given = { ...process.env, ...(await findFfmpeg(signal)), NODE_ENV: mode === 'dev' ? 'development' : 'production' };
    const env = await startParts({ env: given, parts, stateDirectory, supervisor, isDurable: true, signal, step: printStep });
    await printStep('Fonts', async () => ((await ensureFonts()) ? 'laid ready' : 'up to date'));
    if (mode === 'start') await printStep('Web app', async () => ((await ensureBuild(signal)) ? 'built' : 'build is up to date'));
    await printStep('Web server and worker', () => supervisor.start(webService(mode, env), workerService(mode, env)));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`\nvideogen is ready after ${seconds} s: http://localhost:${port}  (Ctrl-C stops it)`);
    await untilAborted(signal);
    console.log('Stopping ...');
  } finally {
    await instance.announceStop();
    await supervisor.stop();
    await instance.release();
  }
}

async function requirePort(port: number, mode: Mode): Promise<void> {
  if (await waitForPort(port, PORT_TIMEOUT_MS)) return;
  const command = mode === 'dev' ? 'npm run dev' : 'npm start';
  throw new StartProblem(`PORT ${port} is in use by another program: stop that one, or set PORT to a free port, as in PORT=${port + 1} ${command}`);
}

async function findFfmpeg(signal: AbortSignal): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await printStep('FFmpeg', async () => {
    const { ffmpegPath, ffprobePath, version } = await ensureFfmpeg(process.env, signal);
    Object.assign(found, { FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath });
    return `${version} (${ffmpegPath})`;
  });
  return found;
}
