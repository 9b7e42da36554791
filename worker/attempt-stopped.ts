/**
 * Why an attempt is stopped from outside, as the reason of its AbortSignal: whatever then fails, fails because of that.
 * - `superseded`: the job is final (cancelled, say) or another attempt runs it; nothing is left to be recorded.
 * - `timed_out`: the attempt took longer than PROCESSING_TIMEOUT_MINUTES.
 * - `stopping`: this worker ends, and hands the job back.
 */
export type StopReason = 'superseded' | 'timed_out' | 'stopping';

export class AttemptStopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`the attempt was stopped: ${reason}`);
    this.name = 'AttemptStopped';
    this.reason = reason;
  }
}

/** The reason for which `signal` stopped the attempt; null while it did not. */
export function findStopReason(signal: AbortSignal): StopReason | null {
  return signal.reason instanceof AttemptStopped ? signal.reason.reason : null;
}
