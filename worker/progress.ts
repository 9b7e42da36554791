/**
 * Tells the database how far an attempt is, and learns from the answer whether the attempt is still the job's current one.
 * In: steps and parts of steps, as often as they come. Out: a write at each step and at most one a second, `onLost` once, and the time of each step.
 */
import { recordProgress } from '#lib/db/record-progress';
import type { AttemptId, Lane } from '#lib/jobs/job';
import { toProgressPercent, type ProcessingStep } from '#lib/jobs/state';
import type { Logger } from '#lib/log';
import { recordMetric } from '#lib/metrics/record-metric';

/** Also how soon a cancelled job's render finds out. */
const TICK_MS = 1000;

export interface ProgressOptions {
  attempt: AttemptId;
  lane: Lane;
  log: Logger;
  /** The job was cancelled, or another attempt runs it. */
  onLost: () => void;
}

export class Progress {
  readonly #options: ProgressOptions;
  readonly #timer: NodeJS.Timeout;
  #step: ProcessingStep = 'estimating';
  #stepStartedAt = performance.now();
  #percent = 0;
  #writing: Promise<void> | null = null;

  constructor(options: ProgressOptions) {
    this.#options = options;
    // Written even when nothing has changed: it is the question whether the attempt still counts.
    this.#timer = setInterval(() => void this.#write(), TICK_MS);
  }

  /** Begins a step; resolves when the database knows. */
  async enter(step: ProcessingStep): Promise<void> {
    this.#endStep();
    this.#step = step;
    this.advance(0);
    // A write that is under way took the values of before.
    await this.#writing;
    await this.#write();
  }

  /** The part of the current step that is done, 0 to 1. Written by the next tick. */
  advance(fraction: number): void {
    this.#percent = Math.max(this.#percent, toProgressPercent(this.#step, fraction));
  }

  /** Resolves when nothing more will be written. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#endStep();
    await this.#writing;
  }

  #endStep(): void {
    const { lane, log } = this.#options;
    const ms = performance.now() - this.#stepStartedAt;
    this.#stepStartedAt += ms;
    recordMetric('job_step_duration_seconds', { step: this.#step, lane }, ms / 1000);
    log.info({ step: this.#step, ms: Math.round(ms) }, 'step ended');
  }

  /** One at a time, so that an older value never comes after a newer one. */
  async #write(): Promise<void> {
    this.#writing ??= this.#record().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  /** A database that does not answer stops no render: what must not be lost is written, and insisted on, at the end. */
  async #record(): Promise<void> {
    const { attempt, log, onLost } = this.#options;
    try {
      if (!(await recordProgress(attempt, this.#step, this.#percent))) onLost();
    } catch (error) {
      log.warn({ err: error }, 'could not record the progress');
    }
  }
}
