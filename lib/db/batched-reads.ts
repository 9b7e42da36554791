/**
 * Many reads by id as a few: an id in, its value out, or null where there is none. A read that is asked for while others are under way waits for one of them to end, and is
 * done together with all that were asked for meanwhile; so nobody is given what was read before they asked, and 200 watchers of a job cost no more than two.
 */

/** So many at a time hide the way to the database; more would only divide it. */
const READS_AT_ONCE = 2;
/** Ids stand in an address, of which servers take 8 KiB; a UUID takes 37 bytes of it. */
const IDS_MAX = 100;

type Waiting<Value> = PromiseWithResolvers<Value | null>;

export class BatchedReads<Value> {
  readonly #readAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  readonly #waiting = new Map<string, Waiting<Value>>();
  #readCount = 0;

  constructor(readAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#readAll = readAll;
  }

  /** Rejects with what the read that it was part of rejected with. */
  read(id: string): Promise<Value | null> {
    const waiting = this.#waiting.get(id) ?? Promise.withResolvers<Value | null>();
    this.#waiting.set(id, waiting);
    this.#start();
    return waiting.promise;
  }

  #start(): void {
    if (this.#readCount >= READS_AT_ONCE || this.#waiting.size === 0) return;
    const batch = [...this.#waiting].slice(0, IDS_MAX);
    for (const [id] of batch) this.#waiting.delete(id);
    this.#readCount += 1;
    this.#readAll(batch.map(([id]) => id))
      .then(
        (values) => batch.forEach(([id, { resolve }]) => resolve(values.get(id) ?? null)),
        (error: unknown) => batch.forEach(([, { reject }]) => reject(error)),
      )
      .finally(() => {
        this.#readCount -= 1;
        this.#start();
      });
  }
}
