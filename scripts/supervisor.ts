/**
 * Keeps services running. In: groups of services, started one group after the other. Out: each is started again (with growing
 * pauses) when it ends by itself, and `stop` ends all of them in the reverse order.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningService, Service } from '#scripts/service';

const PAUSE_MIN_MS = 250;
const PAUSE_MAX_MS = 15_000;
/** A service that ran this long before it ended counts as healthy: the pauses begin anew. */
const HEALTHY_MS = 30_000;

interface Kept {
  service: Service;
  running: RunningService | null;
  /** Settles when the service is no longer looked after. */
  done: Promise<void>;
}

export class Supervisor {
  readonly #groups: Kept[][] = [];
  readonly #stopping = new AbortController();
  readonly #report: (line: string) => void;

  /** `report` is given one line for each service that ended unasked. */
  constructor(report: (line: string) => void) {
    this.#report = report;
  }

  /** Starts a group at once and resolves when all of it is ready. Throws when one cannot be started; call `stop` then. */
  async start(...services: Service[]): Promise<void> {
    const group = services.map((service): Kept => ({ service, running: null, done: Promise.resolve() }));
    this.#groups.push(group);
    const starts = group.map((kept) => this.#startFirst(kept));
    group.forEach((kept, index) => (kept.done = starts[index]?.then(() => this.#keep(kept), () => undefined) ?? kept.done));
    await Promise.all(starts);
  }

  /** The process ids of the services that run now, by name. */
  get pids(): Record<string, number> {
    return Object.fromEntries(this.#groups.flat().flatMap(({ service, running }) => (running === null ? [] : [[service.name, running.pid]])));
  }

  /** Ends everything, the last group first. Safe to call at any time and more than once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const group of this.#groups.toReversed()) {
      await Promise.all(
        group.map(async (kept) => {
          await kept.running?.stop();
          await kept.done;
          // It may have become ready between the two.
          await kept.running?.stop();
        }),
      );
    }
  }

  async #startFirst(kept: Kept): Promise<void> {
    kept.running = await kept.service.start(this.#stopping.signal);
  }

  async #keep(kept: Kept): Promise<void> {
    const { signal } = this.#stopping;
    let pauseMs = PAUSE_MIN_MS;
    while (!signal.aborted && kept.running !== null) {
      const startedAt = Date.now();
      const reason = await kept.running.exited;
      if (signal.aborted) return;
      this.#report(`${kept.service.name} ended (${reason}); starting it again`);
      if (Date.now() - startedAt > HEALTHY_MS) pauseMs = PAUSE_MIN_MS;
      kept.running = null;
      while (!signal.aborted && kept.running === null) {
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
        kept.running = await kept.service.start(signal).catch((error: unknown) => {
          if (!signal.aborted) this.#report(error instanceof Error ? error.message : String(error));
          return null;
        });
      }
    }
  }
}
