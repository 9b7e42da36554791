/**
 * Wakes those who wait for a job, or for a look at a medium: one LISTEN connection a process, opened with the first subscription, reopened when it is lost.
 * Only a hint: a notification may be missed while the connection is down, so every listener polls as well.
 */
import { Socket } from 'node:net';
import pg from 'pg';
import { getConfig } from '#lib/config';
import { log } from '#lib/log';
import { processWide } from '#lib/process-wide';

/** The channels of the triggers jobs_notify_changed and media_probes_notify. What both tell has an id, a UUID, so one map serves both. */
const CHANNELS = ['job_changed', 'media_probed'];
const RECONNECT_DELAY_MS = 1000;
const CONNECT_TIMEOUT_MS = 5000;

type Listener = () => void;

/** Calls `listener` when the job may have changed. Returns the function that ends it. */
export function subscribeToJob(jobId: string, listener: Listener): () => void {
  return processWide('job-changes', () => new JobChanges()).subscribe(jobId.toLowerCase(), listener);
}

/** The same for a look at a medium. */
export function subscribeToProbe(probeId: string, listener: Listener): () => void {
  return subscribeToJob(probeId, listener);
}

class JobChanges {
  readonly #listeners = new Map<string, Set<Listener>>();
  #isConnected = false;

  subscribe(id: string, listener: Listener): () => void {
    const ofId = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, ofId.add(listener));
    if (!this.#isConnected) void this.#connect();
    return () => {
      ofId.delete(listener);
      if (ofId.size === 0 && this.#listeners.get(id) === ofId) this.#listeners.delete(id);
    };
  }

  async #connect(): Promise<void> {
    this.#isConnected = true;
    const client = new pg.Client({
      connectionString: getConfig().database.url,
      application_name: 'videogen:job-changes',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      // A hint must not keep a process alive that has nothing else to do.
      stream: () => new Socket().unref(),
    });
    client.on('notification', ({ payload }) => this.#wake(payload ?? ''));
    // Every error of an open connection ends it as well.
    client.on('error', (error) => log.debug({ err: error }, 'the connection for job changes reports an error'));
    client.on('end', () => this.#reconnectLater());
    try {
      await client.connect();
      await client.query(CHANNELS.map((channel) => `listen ${channel}`).join('; '));
    } catch (error) {
      log.debug({ err: error }, 'could not listen for job changes');
      client.end().catch(() => undefined);
    }
  }

  /** With nobody waiting, the next subscription connects. */
  #reconnectLater(): void {
    log.info('no connection for job changes; polling goes on');
    setTimeout(() => {
      this.#isConnected = false;
      if (this.#listeners.size > 0) void this.#connect();
    }, RECONNECT_DELAY_MS).unref();
  }

  #wake(payload: string): void {
    const { id } = JSON.parse(payload) as { id: string };
    for (const listener of this.#listeners.get(id) ?? []) listener();
  }
}
