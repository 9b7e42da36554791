/**
 * The worker process: the environment in, jobs rendered until a signal ends it. Tells its parent "ready" where there is a channel,
 * and stops when that channel closes. A second signal ends it at once; FFmpeg dies with it.
 */
import { ConfigError, getConfig } from '#lib/config';
import { log } from '#lib/log';
import { startWorker } from '#worker/worker';

/** Past the worker's own limits for a graceful stop something hangs, and the queue will see to the jobs. */
const STOP_TIMEOUT_MS = 6_000;

async function main(): Promise<void> {
  const worker = await startWorker(getConfig());
  let isStopping = false;
  const stop = (cause: string): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ cause }, 'stopping');
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => die(error),
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.once('disconnect', () => stop('the parent is gone'));
  process.send?.('ready');
}

function die(error: unknown): never {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'the worker cannot go on');
  process.exit(1);
}

process.on('uncaughtException', die);
process.on('unhandledRejection', die);
await main().catch(die);
