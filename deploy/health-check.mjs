/**
 * The image's health check. In: ALIVE_FILE, which a worker touches every few seconds, and PORT, where the web server answers. Out: exit code 0 when
 * the process of this container does its part.
 */
import { statSync } from 'node:fs';

/** Three touches missed: the worker's event loop stands still. */
const ALIVE_MS = 30_000;
const ANSWER_TIMEOUT_MS = 4_000;

const touched = statSync(process.env.ALIVE_FILE ?? '', { throwIfNoEntry: false });
const isWell =
  touched === undefined
    ? await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) }).then(({ ok }) => ok, () => false)
    : Date.now() - touched.mtimeMs < ALIVE_MS;
process.exit(isWell ? 0 : 1);
