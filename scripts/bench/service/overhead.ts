/** What the product adds to FFmpeg: the contract's simple job posted again and again, the time to its 200 less the time that FFmpeg itself ran. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from '#lib/estimate/fit-non-negative';
import { getFfmpegConfig } from '#lib/config';
import { percentile } from '#scripts/bench/percentile';
import { withBenchStack } from '#scripts/bench/service/bench-stack';
import { postVideo, toSimpleComposition } from '#scripts/bench/service/requests';
import { figure, type Figure, type ServiceBenchmark } from '#scripts/bench/service/service-benchmark';
import { findProgram } from '#worker/ffmpeg/sandbox';

const WARM_UPS = 3;
const JOBS = 30;

export const OVERHEAD: ServiceBenchmark = { name: 'overhead', title: `POST of one image at 480x640 to its 200, ${JOBS} times, less FFmpeg's own time`, run };

async function run(): Promise<Figure[]> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-bench-ffmpeg-'));
  try {
    const timesPath = path.join(directory, 'times');
    const ffmpegPath = await writeTimedFfmpeg(path.join(directory, 'ffmpeg'), timesPath);
    const totals = await withBenchStack({ workers: 1, env: { FFMPEG_PATH: ffmpegPath } }, ({ baseUrl }) => postJobs(baseUrl));
    const ffmpeg = (await readTimes(timesPath)).slice(WARM_UPS);
    if (ffmpeg.length !== totals.length) throw new Error(`FFmpeg ran ${ffmpeg.length} times for ${totals.length} jobs`);
    const overheads = totals.map((total, index) => total - (ffmpeg[index] ?? 0));
    return [
      figure('overhead, median', median(overheads), 'ms', 400),
      figure('overhead, p95', percentile(overheads, 0.95), 'ms', 800),
      figure('FFmpeg itself, median', median(ffmpeg), 'ms'),
      figure('all of it, median', median(totals), 'ms'),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function postJobs(baseUrl: string): Promise<number[]> {
  const composition = toSimpleComposition(`${baseUrl}/samples/alps.jpg`);
  const totals: number[] = [];
  for (let index = 0; index < WARM_UPS + JOBS; index += 1) {
    const startedAt = performance.now();
    const { status } = await postVideo(baseUrl, composition);
    if (status !== 'completed') throw new Error('the simple job was not answered at once');
    if (index >= WARM_UPS) totals.push(performance.now() - startedAt);
  }
  return totals;
}

/** A program that runs FFmpeg and notes its beginning and end; the start of `date` is counted as ours. */
async function writeTimedFfmpeg(scriptPath: string, timesPath: string): Promise<string> {
  const [ffmpeg, date] = await Promise.all([getFfmpegConfig().ffmpegPath, 'date'].map(findProgram));
  const now = `$('${date}' +%s%N)`;
  await writeFile(scriptPath, `#!/bin/sh\nstart=${now}\n'${ffmpeg}' "$@"\ncode=$?\necho "$start ${now}" >> '${timesPath}'\nexit $code\n`, { mode: 0o700 });
  return scriptPath;
}

/** Milliseconds of each run, in order. */
async function readTimes(timesPath: string): Promise<number[]> {
  const lines = (await readFile(timesPath, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const [start = '', end = ''] = line.split(' ');
    return Number(BigInt(end) - BigInt(start)) / 1e6;
  });
}
