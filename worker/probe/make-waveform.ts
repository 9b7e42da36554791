/** What a sound looks like on a timeline: a checked file's sound in, its peaks as JSON out. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoundFacts } from '#lib/composition/media-facts';
import type { Waveform } from '#lib/media/media-findings';
import { filter } from '#worker/render/filter-graph';
import { writePreview, type PreviewInput, type PreviewOutput } from '#worker/probe/preview-file';

/** One for each pixel of a clip that is zoomed in as far as words can be told apart. */
const PEAKS_PER_SECOND_MAX = 50;
/** Ten minutes of those; of longer sounds they stand farther apart, and the file stays about 100 kB. */
const PEAKS_MAX = 30_000;
/** Enough for an envelope, in a sixth of the samples. */
const SAMPLE_RATE_HZ = 8000;
/** From 16 bits with a sign to 8 without. */
const LEVELS_PER_STEP = 128;
const LEVEL_MAX = 255;

export interface WaveformSource {
  sound: SoundFacts;
  demuxer: string;
  /** Where the medium itself begins, in the file's time. */
  mediumStartSeconds: number;
}

export async function makeWaveform({ sound, demuxer, mediumStartSeconds }: WaveformSource, input: PreviewInput): Promise<PreviewOutput<Waveform>> {
  const samplesPath = join(input.directory, 'samples');
  await writePreview(input, {
    stream: { demuxer, decoder: null, streamIndex: sound.streamIndex, isSound: true, seekSeconds: null },
    filters: [filter('aformat', { sample_fmts: 's16', sample_rates: SAMPLE_RATE_HZ, channel_layouts: 'mono' })],
    outputPath: samplesPath,
    outputArgs: ['-c:a', 'pcm_s16le', '-f', 's16le'],
  });
  const peaksPerSecond = Math.min(PEAKS_PER_SECOND_MAX, PEAKS_MAX / sound.durationSeconds);
  const path = join(input.directory, 'waveform');
  await writeFile(path, JSON.stringify({ peaks: await readPeaks(samplesPath, peaksPerSecond) }));
  return { path, contentType: 'application/json', found: { peaks_per_second: peaksPerSecond, start_seconds: sound.startSeconds - mediumStartSeconds } };
}

/** The loudest sample of each stretch, 0 to 255. */
async function readPeaks(path: string, peaksPerSecond: number): Promise<number[]> {
  const peaks: number[] = [];
  let sampleIndex = 0;
  // An even count of bytes at a time: no sample is cut in two.
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    for (let offset = 0; offset + 1 < chunk.length; offset += 2, sampleIndex += 1) {
      const level = Math.min(LEVEL_MAX, Math.floor(Math.abs(chunk.readInt16LE(offset)) / LEVELS_PER_STEP));
      const index = Math.floor((sampleIndex * peaksPerSecond) / SAMPLE_RATE_HZ);
      peaks[index] = Math.max(peaks[index] ?? 0, level);
    }
  }
  return peaks;
}
