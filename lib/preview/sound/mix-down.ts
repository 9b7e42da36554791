/** Sound of any number of channels as left and right, as FFmpeg mixes it down: one channel is heard on both sides as loud as it is. */

const HALF = Math.SQRT1_2;
type Weights = readonly [left: number, right: number];
const FRONT: readonly Weights[] = [[1, 0], [0, 1]];
const CENTER: Weights = [HALF, HALF];
/** The deep effects of film sound are left out, as every downmix does. */
const DEEP: Weights = [0, 0];
const BACK: readonly Weights[] = [[HALF, 0], [0, HALF]];
const BACK_CENTER: Weights = [0.5, 0.5];

/** By number of channels, in FFmpeg's default layout of that many; their order is the one WebCodecs gives, too. */
const LAYOUTS: Readonly<Record<number, readonly Weights[]>> = {
  1: [[1, 1]],
  2: FRONT,
  3: [...FRONT, DEEP],
  4: [...FRONT, CENTER, BACK_CENTER],
  5: [...FRONT, CENTER, ...BACK],
  6: [...FRONT, CENTER, DEEP, ...BACK],
  7: [...FRONT, CENTER, DEEP, BACK_CENTER, ...BACK],
  8: [...FRONT, CENTER, DEEP, ...BACK, ...BACK],
};

export interface StereoSamples {
  /** 1 = full scale; both of the same length. */
  left: Float32Array;
  right: Float32Array;
}

/** @param channels of one length; of more than eight the first two are heard */
export function mixDown(channels: readonly Float32Array[]): StereoSamples {
  const layout = LAYOUTS[channels.length] ?? FRONT;
  const length = channels[0]?.length ?? 0;
  const mixed = { left: new Float32Array(length), right: new Float32Array(length) };
  for (const [index, [toLeft, toRight]] of layout.entries()) {
    const samples = channels[index];
    if (samples === undefined) continue;
    if (toLeft !== 0) add(mixed.left, samples, toLeft);
    if (toRight !== 0) add(mixed.right, samples, toRight);
  }
  return mixed;
}

function add(to: Float32Array, from: Float32Array, gain: number): void {
  for (let n = 0; n < to.length; n += 1) to[n] = (to[n] ?? 0) + (from[n] ?? 0) * gain;
}
