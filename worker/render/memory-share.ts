/** How much of this machine's memory one render may hold: the limits of the machine and of its container in, bytes out. */
import { totalmem } from 'node:os';

/** The rest is for Node, the other jobs' smaller renders and the file cache. A render that took more would end by the kernel's hand, and with it jobs of others. */
const SHARE = 0.75;

export function findRenderMemoryBytes(totalBytes = totalmem(), containerBytes = process.constrainedMemory()): number {
  // Without a limit Node says 0, or a number beyond any machine.
  return Math.floor(SHARE * Math.min(totalBytes, containerBytes > 0 ? containerBytes : totalBytes));
}
