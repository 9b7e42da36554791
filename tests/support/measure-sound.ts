/**
 * Measures decoded sound against what it should be, as arithmetic of the time: how many samples it is off, and how loud it is.
 */

/** A tone that rises by 400 Hz a second from 300 Hz on: it is like itself nowhere but at its own place. Expression for `SoundSpec`, and the same as a function. */
export const CHIRP = '0.3*sin(2*PI*(300*t+200*t*t))';
export const chirpAt = (seconds: number): number => 0.3 * Math.sin(2 * Math.PI * (300 * seconds + 200 * seconds * seconds));

const SAMPLE_RATE_HZ = 48_000;
/** A little more than a millisecond either way. */
const LAG_SAMPLES_MAX = 60;
const LAG_STEP_SAMPLES = 0.125;

export interface SoundWindow {
  /** On the samples. */
  fromSeconds: number;
  seconds: number;
  /** What should be heard at that time, up to its loudness. */
  expectedAt: (seconds: number) => number;
}

/** By how many samples the sound is late (positive) or early, and how alike it is there: 1 when it is the same. */
export function measureLag(samples: Float32Array, { fromSeconds, seconds, expectedAt }: SoundWindow): { lagSamples: number; likeness: number } {
  const from = Math.round(fromSeconds * SAMPLE_RATE_HZ);
  const heard = samples.subarray(from, from + Math.round(seconds * SAMPLE_RATE_HZ));
  let best = { lagSamples: Number.NaN, likeness: -1 };
  for (let lagSamples = -LAG_SAMPLES_MAX; lagSamples <= LAG_SAMPLES_MAX; lagSamples += LAG_STEP_SAMPLES) {
    const likeness = correlate(heard, (n) => expectedAt((from + n - lagSamples) / SAMPLE_RATE_HZ));
    if (likeness > best.likeness) best = { lagSamples, likeness };
  }
  return best;
}

/** Of a tone of `hz` in the window: its peak, 1 = full scale. */
export function measureAmplitude(samples: Float32Array, hz: number, fromSeconds: number, seconds: number): number {
  const from = Math.round(fromSeconds * SAMPLE_RATE_HZ);
  const count = Math.round(seconds * SAMPLE_RATE_HZ);
  let sine = 0;
  let cosine = 0;
  for (let n = 0; n < count; n += 1) {
    const angle = (2 * Math.PI * hz * (from + n)) / SAMPLE_RATE_HZ;
    sine += samples[from + n]! * Math.sin(angle);
    cosine += samples[from + n]! * Math.cos(angle);
  }
  return (2 * Math.hypot(sine, cosine)) / count;
}

function correlate(heard: Float32Array, expectedAt: (n: number) => number): number {
  let product = 0;
  let heardPower = 0;
  let expectedPower = 0;
  for (const [n, value] of heard.entries()) {
    const wanted = expectedAt(n);
    product += value * wanted;
    heardPower += value * value;
    expectedPower += wanted * wanted;
  }
  return product / Math.sqrt(heardPower * expectedPower);
}
