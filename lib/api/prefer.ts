/**
 * `Prefer: wait=N` of RFC 7240: the header's text in, the wait the client asks for out.
 * Pure. What is not understood is ignored, as the RFC says; it never makes a request fail.
 */

/** One preference: a token, optionally `=` and a token or quoted string; parameters after `;` are skipped. */
const WAIT_PREFERENCE = /^\s*wait\s*=\s*(?:"(\d{1,9})"|(\d{1,9}))\s*(?:;.*)?$/i;

/**
 * The wait in whole seconds, at most `waitSecondsMax`; null when the client says nothing usable.
 * The first `wait` of the header counts (RFC 7240 §2), also when it is malformed.
 */
export function parsePreferWait(header: string | null, waitSecondsMax: number): number | null {
  const first = (header ?? '').split(',').find((preference) => /^\s*wait\b/i.test(preference));
  const match = first === undefined ? null : WAIT_PREFERENCE.exec(first);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? null : Math.min(Number(digits), waitSecondsMax);
}
