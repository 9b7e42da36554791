/** What the mixer needs of a source's sound, whatever decodes it. */
import type { StereoSamples } from '#lib/preview/sound/mix-down';

export interface SampleReader {
  readonly sampleRateHz: number;
  /** Samples from `start` on (time stamp times rate, whole); silence where the source has none. One call at a time. */
  read(start: number, count: number): Promise<StereoSamples>;
  close(): Promise<void>;
}
