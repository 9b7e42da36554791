/**
 * The human formats of the contract: numbers in, the words people read out.
 * The pages and the API use the same functions, so that a size never reads two ways.
 */

/** Bytes as megabytes with one decimal ("1.2 MB"); "0 KB" when unknown. 1 MB = 1024 x 1024 bytes. */
export function formatFileSize(sizeBytes: number | null): string {
  if (sizeBytes === null || sizeBytes <= 0) return '0 KB';
  return `${(sizeBytes / (1024 * 1024)).toFixed(1)} MB`;
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Seconds as "N seconds", "M minutes" or "M minutes S seconds", singular where 1; rounded to whole seconds. */
export function formatDuration(durationSeconds: number): string {
  const total = Math.max(0, Math.round(durationSeconds));
  const minutes = Math.floor(total / 60);
  const seconds = total % 60;
  if (minutes === 0) return plural(seconds, 'second');
  if (seconds === 0) return plural(minutes, 'minute');
  return `${plural(minutes, 'minute')} ${plural(seconds, 'second')}`;
}

/** An estimate: seconds below 60, else minutes rounded up ("45 seconds", "3 minutes"). */
export function formatEstimate(estimatedSeconds: number): string {
  const seconds = Math.max(1, Math.round(estimatedSeconds));
  return seconds < 60 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute');
}

/** 60 -> "60%". */
export function formatPercent(percentage: number): string {
  return `${Math.round(percentage)}%`;
}
