/** A wake-up call between whoever hears of a change and whoever waits for one. */

/** Remembers that something happened while nobody was waiting. */
export class Hint {
  #isGiven = false;
  #wake: (() => void) | null = null;

  give(): void {
    this.#isGiven = true;
    this.#wake?.();
  }

  /** Returns when a hint was or is given, when `timeoutMs` are over, or when `signal` fires. */
  async wait(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#isGiven && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const finish = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          this.#wake = null;
          resolve();
        };
        const timer = setTimeout(finish, timeoutMs);
        signal.addEventListener('abort', finish, { once: true });
        this.#wake = finish;
      });
    }
    this.#isGiven = false;
  }
}
