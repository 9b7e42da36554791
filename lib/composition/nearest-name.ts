/** "Did you mean": the known name that a mistyped one is closest to. */
import { distance } from 'fastest-levenshtein';

/** Two letters of five may differ: "widht" is width, "img" is image, but "audio" is not video. */
const DISTANCE_SHARE_MAX = 0.4;

/** The nearest of `known`, or null when none is near. Case, "_" and "-" do not count, so that "fitMode" finds fit_mode. */
export function findNearestName(name: string, known: readonly string[]): string | null {
  // Longer than any name: comparing it would only cost time.
  if (name.length > 100) return null;
  const ranked = known
    .map((candidate) => ({ candidate, ...measure(plain(name), plain(candidate)) }))
    .toSorted((a, b) => a.steps - b.steps);
  const nearest = ranked[0];
  return nearest !== undefined && nearest.share <= DISTANCE_SHARE_MAX ? nearest.candidate : null;
}

function measure(name: string, candidate: string): { steps: number; share: number } {
  const steps = distance(name, candidate);
  return { steps, share: steps / Math.max(name.length, candidate.length, 1) };
}

const plain = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');
