/** When something was: a moment and the present in, words for people out: "5 minutes ago", and a date when it is longer ago than a week. */
const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

const WEEK_SECONDS = 7 * 86_400;

/** `iso` is ISO 8601. A moment ahead of this computer's clock is now. */
export function formatAge(iso: string, now: Date): string {
  const then = new Date(iso);
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  if (seconds > WEEK_SECONDS) return then.toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' });
  const found = UNITS.find((candidate) => seconds >= candidate.seconds);
  if (found === undefined) return 'just now';
  const count = Math.floor(seconds / found.seconds);
  return `${count} ${found.unit}${count === 1 ? '' : 's'} ago`;
}
