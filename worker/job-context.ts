/** What the stages of an attempt work with: the worker's own things, and those of the attempt. */
import type { Config } from '#lib/config';
import type { AttemptId, StartedJob } from '#lib/jobs/job';
import type { Logger } from '#lib/log';
import type { Storage } from '#lib/storage/storage';
import type { Progress } from '#worker/progress';

export interface WorkerContext {
  /** Names this process among all workers: host, pid and a random part. */
  id: string;
  config: Config;
  storage: Storage;
  /** Fires, with AttemptStopped, when the worker has no more time for its attempts. */
  stopping: AbortSignal;
}

export interface JobContext {
  job: StartedJob;
  attempt: AttemptId;
  config: Config;
  storage: Storage;
  /** The attempt's own folder, removed with it. */
  directory: string;
  /** Fires with AttemptStopped. */
  signal: AbortSignal;
  progress: Progress;
  log: Logger;
}
