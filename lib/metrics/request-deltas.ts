/**
 * What was counted since the last flush, a line for each method, route and status: finished requests in, sums out.
 * Pure; the fields are named as the database function `add_request_metrics` reads them.
 */
export interface FinishedRequest {
  method: string;
  /** The route's template, never the URL: the number of lines stays small. */
  route: string;
  status: number;
  durationMs: number;
}

export interface RequestDelta {
  method: string;
  route: string;
  status: number;
  count: number;
  total_ms: number;
  min_ms: number;
  max_ms: number;
}

/** Adds one request to the line it belongs to. */
export function addRequest(lines: Map<string, RequestDelta>, { method, route, status, durationMs }: FinishedRequest): void {
  mergeDeltas(lines, [{ method, route, status, count: 1, total_ms: durationMs, min_ms: durationMs, max_ms: durationMs }]);
}

/** Adds lines counted elsewhere. */
export function mergeDeltas(lines: Map<string, RequestDelta>, added: Iterable<RequestDelta>): void {
  for (const delta of added) {
    const key = `${delta.method} ${delta.route} ${delta.status}`;
    const known = lines.get(key);
    lines.set(key, known === undefined ? delta : sum(known, delta));
  }
}

function sum(one: RequestDelta, other: RequestDelta): RequestDelta {
  return {
    ...one,
    count: one.count + other.count,
    total_ms: one.total_ms + other.total_ms,
    min_ms: Math.min(one.min_ms, other.min_ms),
    max_ms: Math.max(one.max_ms, other.max_ms),
  };
}
