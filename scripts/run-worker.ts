/**
 * `npm run worker`: one more worker beside those that run. In: the environment, and for embedded parts the state folder of a running
 * `npm start`. Out: a worker that is started again when it crashes, until `signal` aborts.
 */
import { findEmbeddedParts, loadConfig } from '#lib/config';
import { toEnvironment, type Environment } from '#lib/embedded/environment';
import { ensureState } from '#lib/embedded/state';
import { ensureFfmpeg } from '#scripts/ensure-ffmpeg';
import { ensureFonts } from '#scripts/ensure-fonts';
import { findInstance } from '#scripts/instance';
import { workerService } from '#scripts/services';
import { StartProblem } from '#scripts/start-problem';
import { findStateDirectory } from '#scripts/state-directory';
import { Supervisor } from '#scripts/supervisor';
import { untilAborted } from '#scripts/until-aborted';

export async function runWorker(signal: AbortSignal): Promise<void> {
  const env = await findRunningEnvironment(['database', 'storage']);
  const { ffmpegPath, ffprobePath } = await ensureFfmpeg(process.env, signal);
  await ensureFonts();
  const supervisor = new Supervisor((line) => console.error(line));
  try {
    await supervisor.start(workerService('start', { ...env, FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath }));
    console.log('The worker is ready  (Ctrl-C stops it)');
    await untilAborted(signal);
    console.log('Stopping ...');
  } finally {
    await supervisor.stop();
  }
}

/** The environment that web and workers of the running installation have. Throws StartProblem when a needed part is an embedded one and none run. */
export async function findRunningEnvironment(needed: ReadonlyArray<'database' | 'storage'>): Promise<Environment> {
  const parts = findEmbeddedParts(process.env);
  const stateDirectory = findStateDirectory();
  const instance = await findInstance(stateDirectory);
  if (instance === null && needed.some((part) => parts[part])) {
    // A configuration that is wrong anyway is the better thing to say.
    if (parts.problems.length > 0) loadConfig(process.env);
    throw new StartProblem('Nothing runs here whose embedded database and storage could be used: type npm start first, or set SUPABASE_*, DATABASE_URL and AWS_* (see the README)');
  }
  const given = { ...(instance === null ? {} : { PORT: String(instance.port) }), ...process.env, NODE_ENV: 'production' };
  return toEnvironment({ env: given, parts, state: await ensureState(stateDirectory), stateDirectory });
}
