/**
 * Starts and stops what a web process holds beside its HTTP server: the checked configuration, warm connections, a graceful end.
 */
import { checkHealth } from '#lib/api/check-health';
import { closeRequests } from '#lib/api/web-lifecycle';
import { ConfigError, getConfig } from '#lib/config';
import { log } from '#lib/log';
import { flushMetrics, keepMetrics } from '#lib/metrics/record-metric';
import { processWide } from '#lib/process-wide';
import { closeQueue } from '#lib/queue/queue';

/** Open requests get this long to end, and everything after them a little more: the supervisor kills after 3 s. */
const CLOSE_TIMEOUT_MS = 2_000;
const STOP_TIMEOUT_MS = 2_700;

/** Exits with one clear message when the configuration is wrong; a part that is down only makes /health say so. */
export async function startWeb(): Promise<void> {
  requireConfig();
  keepMetrics();
  // Next's development server may load the instrumentation again; one handler is enough.
  processWide('stop-on-signals', () => {
    process.once('SIGTERM', () => void stopWeb());
    process.once('SIGINT', () => void stopWeb());
    return true;
  });
  // Opens every connection, so that the first request does not have to.
  await checkHealth();
}

function requireConfig(): void {
  try {
    getConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Jobs are not touched: they belong to the workers. Needs NEXT_MANUAL_SIG_HANDLE=true in the environment: without it Next
 * ends the process by itself as soon as no request is open, and the last seconds' metrics may be lost.
 */
async function stopWeb(): Promise<void> {
  setTimeout(() => process.exit(0), STOP_TIMEOUT_MS).unref();
  await closeRequests(CLOSE_TIMEOUT_MS);
  await flushMetrics();
  await closeQueue();
  log.info('web process stopped');
  process.exit(0);
}
