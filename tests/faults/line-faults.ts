/** Lines that break: to the storage and to the sources. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '#tests/faults/fault';

const DOWN_MS = 60_000;
const MEGABYTE = 1_000_000;
/** All bytes of one round of jobs to the storage, about: the noise alone is more than two parts of 8 MiB. */
const UPLOADED_BYTES = 25 * MEGABYTE;
const STALL_MS = 40_000;
const SLOW_MS = 8_000;

export const LINE_FAULTS: Fault[] = [
  {
    name: 's3-down',
    title: 'S3 down for 60 s',
    inject: async ({ storage }) => {
      await storage.goDown();
      await sleep(DOWN_MS);
      await storage.goUp();
    },
  },
  { name: 's3-500', title: 'S3 answers 500 twice', inject: async ({ failUploads }) => failUploads(2) },
  {
    name: 's3-cut',
    title: 'S3 connection cut in a part',
    // Counted in bytes, as that is what an upload's moments are.
    inject: async ({ storage }, random) => storage.cutAfter(random() * UPLOADED_BYTES),
  },
  { name: 's3-all-cut', title: 'all S3 connections cut at once', inject: async ({ storage }) => storage.cut() },
  { name: 'source-cut', title: 'connections to sources cut', inject: async ({ sources }) => sources.cut() },
  {
    name: 'source-stalled',
    title: 'sources stall for 40 s',
    // Downloads of quick jobs have 15 s, three times.
    mayEndWith: ['SOURCE_TOO_SLOW', 'SOURCE_UNREACHABLE'],
    inject: async ({ sources }) => {
      sources.hold();
      await sleep(STALL_MS);
      sources.release();
      sources.cut();
    },
  },
  {
    name: 'source-slow',
    title: 'sources slow for 8 s (50 kB/s)',
    mayEndWith: ['SOURCE_TOO_SLOW'],
    inject: async ({ sources }) => {
      sources.setSpeed(50_000);
      await sleep(SLOW_MS);
      sources.setSpeed(6 * MEGABYTE);
    },
  },
];
