/** What the supervisor and the tests start: a named part of the product that becomes ready, may end, and can be stopped. */

export interface RunningService {
  pid: number;
  /** Resolves, with the reason, when the process is gone for whatever cause. */
  exited: Promise<string>;
  /** Ends it, gently and then by force; resolves when it is gone. */
  stop(): Promise<void>;
}

export interface Service {
  name: string;
  /** Resolves once the service is ready. When `signal` aborts, nothing is left running and the promise rejects. */
  start(signal: AbortSignal): Promise<RunningService>;
}
