/**
 * One line a step: how long it took and what it did. In: a label and the work; the work may return what it found, which is put
 * behind the label. On a terminal the label is seen while the work goes on.
 */

/** Runs the work and prints its line; a failed step's line says so, and the error goes on to the caller. */
export async function printStep<T extends string | void>(label: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`         ${label} ...`);
  const finish = (text: string) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(6);
    process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${seconds} s ${text}\n`);
  };
  try {
    const found = await work();
    finish(found === undefined ? label : `${label}: ${found}`);
    return found;
  } catch (error) {
    finish(`${label}: not done`);
    throw error;
  }
}
