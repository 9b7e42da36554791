/**
 * What the web process knows of its own end: which requests are open, and the signal that tells them to come to a close.
 * A stop ends streams and waits early; the jobs behind them go on in the worker.
 */
import { processWide } from '#lib/process-wide';

const lifecycle = () => processWide('web-lifecycle', () => ({ stop: new AbortController(), requestsOpen: 0 }));

/** Aborts when the process has been asked to stop. */
export function getStopSignal(): AbortSignal {
  return lifecycle().stop.signal;
}

/** Counts a request as open until the function it returns is called. */
export function trackRequest(): () => void {
  const state = lifecycle();
  state.requestsOpen += 1;
  return () => {
    state.requestsOpen -= 1;
  };
}

/** Tells every open request to end and waits for that, at most `timeoutMs`. */
export async function closeRequests(timeoutMs: number): Promise<void> {
  const state = lifecycle();
  state.stop.abort();
  const deadline = Date.now() + timeoutMs;
  // One round at least, so that what was answered last still leaves through its socket.
  do await new Promise((resolve) => setTimeout(resolve, 50));
  while (state.requestsOpen > 0 && Date.now() < deadline);
}
