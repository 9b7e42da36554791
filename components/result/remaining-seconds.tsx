/**
 * How much longer a running job will take: the estimate it started with, corrected by how far it really is.
 */

/** Before, the bar has only passed steps that say nothing of the render's pace. */
const PACE_KNOWN_PERCENT = 30;

export interface RunningFigures {
  estimatedSeconds: number;
  elapsedSeconds: number;
  /** 0 to 100. */
  progressPercent: number;
}

/** Null when the estimate is used up and the pace not known yet. */
export function toRemainingSeconds({ estimatedSeconds, elapsedSeconds, progressPercent }: RunningFigures): number | null {
  const byEstimate = estimatedSeconds - elapsedSeconds;
  const byPace = progressPercent < PACE_KNOWN_PERCENT ? null : (elapsedSeconds * (100 - progressPercent)) / progressPercent;
  if (byPace === null) return byEstimate >= 1 ? byEstimate : null;
  // A wait in the queue makes the pace look slower than it is, so it only shortens an estimate that still holds.
  return byEstimate >= 1 ? Math.min(byEstimate, byPace) : byPace;
}
