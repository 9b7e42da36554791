/**
 * A job as server-sent events: its changes in, a `text/event-stream` answer out.
 * `progress` for each change, one `done` with the final body, then the stream ends; a comment now and then keeps proxies from cutting it.
 */
import type { VideoResultBody } from '#lib/api/contract';
import { log } from '#lib/log';

/** Below the 30 s to 60 s after which common proxies cut a silent connection. */
const HEARTBEAT_MS = 15_000;

export interface EventStreamOptions {
  /** Follows the job until it is final or `signal` aborts; one body a change. */
  watch: (signal: AbortSignal) => AsyncIterable<VideoResultBody>;
  /** Ends the stream early: the client has gone, or the server stops. */
  signal: AbortSignal;
}

export function createEventStream({ watch, signal }: EventStreamOptions): Response {
  const ended = new AbortController();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      try {
        for await (const body of watch(AbortSignal.any([signal, ended.signal]))) send(toEvent(body));
      } catch (error) {
        // Ending the stream makes an EventSource connect again, which is what the client should do.
        log.warn({ err: error }, 'an event stream ended early');
      } finally {
        clearInterval(heartbeat);
        if (!ended.signal.aborted) controller.close();
      }
    },
    cancel() {
      ended.abort();
    },
  });
  // no-transform keeps Next's gzip, X-Accel-Buffering nginx' buffer, from holding events back.
  const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' };
  return new Response(stream, { headers });
}

function toEvent(body: VideoResultBody): string {
  return `event: ${body.status === 'processing' ? 'progress' : 'done'}\ndata: ${JSON.stringify(body)}\n\n`;
}
