/**
 * The queue's one instance in this process: pg-boss on the project's Postgres, opened on first use.
 * The web opens it to send; a worker opens it as the supervisor that also takes jobs away from dead workers.
 */
import { PgBoss } from 'pg-boss';
import { getConfig } from '#lib/config';
import { AppError } from '#lib/errors';
import { LANES } from '#lib/jobs/lanes';
import { log } from '#lib/log';
import { processWide } from '#lib/process-wide';

/**
 * A worker that has not been heard of for this long is dead (10 is pg-boss's minimum); it is heard of every
 * HEARTBEAT_REFRESH_SECONDS, and looked after every SUPERVISE_SECONDS: its job runs again after 10 to 15 s.
 */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 1;

/** How often workers tell of themselves: what `countSlots` reads. */
const REGISTRY_SECONDS = 10;

const CONNECT_TIMEOUT_MS = 5000;
/** A statement of the queue takes milliseconds. One on a connection whose other end is gone without a word never ends. */
const QUERY_TIMEOUT_MS = 10_000;

/** While Postgres is down every poll fails, ten times a second: one line in this time says so. */
const ERROR_LOG_INTERVAL_MS = 10_000;

/** The queue gives up an attempt only after the worker itself should have: a net under its own time limit. */
const EXPIRY_MARGIN_SECONDS = 120;

const QUEUE_OPTIONS = {
  heartbeatSeconds: HEARTBEAT_SECONDS,
  notify: true,
  // Our own row counts the attempts that matter and decides; the queue only delivers, so it never gives up by itself.
  retryLimit: 1000,
  // 1 to 2 s before the second attempt, 2 to 4 s before the third.
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  // Done is done: the history is in the jobs table.
  deleteAfterSeconds: 3600,
} as const;

/** Looks at media: people wait for them, and a look that is late is of no use to anybody. */
export const PROBE_QUEUE = 'probe';
const PROBE_OPTIONS = { notify: true, heartbeatSeconds: HEARTBEAT_SECONDS, retryLimit: 1, expireInSeconds: 60, deleteAfterSeconds: 600, retentionSeconds: 60 } as const;

const holder = (): { opening: Promise<PgBoss> | null } => processWide('queue', () => ({ opening: null }));

/** The open queue. Throws SERVICE_UNAVAILABLE when Postgres cannot be reached; the next call tries again. */
export async function getQueue(): Promise<PgBoss> {
  return openQueue({ isWorker: false });
}

/** As `getQueue`; the first call of a process decides what it is. */
export async function openQueue({ isWorker }: { isWorker: boolean }): Promise<PgBoss> {
  const held = holder();
  held.opening ??= open(isWorker).catch((error: unknown) => {
    held.opening = null;
    throw new AppError('SERVICE_UNAVAILABLE', { cause: error });
  });
  return held.opening;
}

/** Closes the connections; a no-op when none are open. Jobs still in work are given back to the queue. */
export async function closeQueue(): Promise<void> {
  const held = holder();
  const queue = await held.opening?.catch(() => null);
  held.opening = null;
  await queue?.stop({ graceful: true, timeout: 1000 });
}

function logRarely(): (error: Error) => void {
  let silentUntil = 0;
  return (error) => {
    if (Date.now() < silentUntil) return;
    silentUntil = Date.now() + ERROR_LOG_INTERVAL_MS;
    log.error({ err: error }, 'the queue reports an error');
  };
}

async function open(isWorker: boolean): Promise<PgBoss> {
  const config = getConfig();
  const connection = { connectionString: config.database.url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, query_timeout: QUERY_TIMEOUT_MS };
  const queue = new PgBoss({
    ...connection,
    max: isWorker ? 10 : 4,
    schedule: false,
    supervise: isWorker,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    useListenNotify: isWorker,
    instanceName: isWorker ? 'worker' : 'web',
    instanceHeartbeatSeconds: REGISTRY_SECONDS,
  });
  queue.on('error', logRarely());
  queue.on('warning', (warning) => log.warn({ warning }, 'the queue warns'));
  try {
    await queue.start();
    const options = { ...QUEUE_OPTIONS, expireInSeconds: Math.ceil(config.jobs.processingTimeoutSeconds) + EXPIRY_MARGIN_SECONDS };
    for (const [name, settings] of [...LANES.map((lane) => [lane, options] as const), [PROBE_QUEUE, PROBE_OPTIONS] as const]) {
      await queue.createQueue(name, settings);
      if (isWorker) await queue.updateQueue(name, settings);
    }
    return queue;
  } catch (error) {
    await queue.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
