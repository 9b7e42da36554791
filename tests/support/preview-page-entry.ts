/** What runs in the page of `preview-page.ts`: the product's own preview, called by the test. Frames go back as base64 of their RGB. */
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { toSamples } from '#lib/composition/sound/place-sound';
import type { Timeline } from '#lib/composition/timeline';
import { drawFrame } from '#lib/preview/draw-frame';
import { loadFonts } from '#lib/preview/load-fonts';
import { MediaInputs } from '#lib/preview/media-inputs';
import { Player } from '#lib/preview/player';
import { PreviewResources } from '#lib/preview/preview-resources';
import { SoundMixer } from '#lib/preview/sound/sound-mixer';

export interface DrawnFrame {
  widthPx: number;
  heightPx: number;
  base64: string;
}

export type FactEntries = Array<[key: string, facts: MediaFacts]>;

export interface PreviewPageApi {
  drawFrames(composition: unknown, facts: FactEntries, frames: number[]): Promise<DrawnFrame[]>;
  /** A player of the composition on a canvas of the page, at `window.player`; resolves when its first frame is drawn. */
  openPlayer(composition: unknown, facts: FactEntries): Promise<void>;
  /** All samples of the composition's sound: left, then right, as base64 of 32-bit floats. `blockSamples` are mixed at a time. */
  mixSound(composition: unknown, facts: FactEntries, blockSamples: number): Promise<[left: string, right: string]>;
}

/** Throws when the composition is invalid or one of its media cannot be shown. */
async function drawFrames(composition: unknown, factEntries: FactEntries, frames: number[]): Promise<DrawnFrame[]> {
  const facts = new Map(factEntries);
  const timeline = await toTimeline(composition, facts);
  const resources = new PreviewResources({ isSoftware: true });
  resources.useFacts(facts);
  const canvas = document.createElement('canvas');
  canvas.width = timeline.widthPx;
  canvas.height = timeline.heightPx;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (ctx === null) throw new Error('No 2D canvas');
  const drawn: DrawnFrame[] = [];
  try {
    for (const frame of frames) {
      await drawFrame(ctx, { timeline, frame }, resources, new AbortController().signal);
      if (resources.failures.size > 0) throw new Error(JSON.stringify([...resources.failures]));
      const { data } = ctx.getImageData(0, 0, timeline.widthPx, timeline.heightPx);
      drawn.push({ widthPx: timeline.widthPx, heightPx: timeline.heightPx, base64: toBase64(dropAlpha(data)) });
    }
  } finally {
    await resources.close();
  }
  return drawn;
}

/** Throws when the composition is invalid or one of its sounds cannot be heard. */
async function mixSound(composition: unknown, factEntries: FactEntries, blockSamples: number): Promise<[left: string, right: string]> {
  const facts = new Map(factEntries);
  const timeline = await toTimeline(composition, facts);
  const inputs = new MediaInputs();
  const mixer = new SoundMixer(timeline, facts, inputs);
  const sampleCount = toSamples(timeline.durationSeconds);
  const [left, right] = [new Float32Array(sampleCount), new Float32Array(sampleCount)];
  for (let start = 0; start < sampleCount; start += blockSamples) {
    const mix = await mixer.mix(start, Math.min(blockSamples, sampleCount - start));
    left.set(mix.left, start);
    right.set(mix.right, start);
  }
  await mixer.close();
  inputs.close();
  if (mixer.failures.size > 0) throw new Error(JSON.stringify([...mixer.failures]));
  return [toBase64(new Uint8Array(left.buffer)), toBase64(new Uint8Array(right.buffer))];
}

async function openPlayer(composition: unknown, factEntries: FactEntries): Promise<void> {
  const facts = new Map(factEntries);
  const timeline = await toTimeline(composition, facts);
  const canvas = document.createElement('canvas');
  document.body.replaceChildren(canvas);
  const player = new Player(canvas);
  Object.assign(window, { player });
  player.load(timeline, facts);
  while (player.getState().isLoading) await new Promise((resolve) => player.subscribe(() => resolve(undefined)));
}

async function toTimeline(value: unknown, facts: Map<string, MediaFacts>): Promise<Timeline> {
  const parsed = parseComposition(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const resolved = resolve(parsed.composition, facts, await loadFonts(parsed.composition));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.timeline;
}

function dropAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return rgb;
}

const CHUNK_BYTES = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) text += String.fromCharCode(...bytes.subarray(from, from + CHUNK_BYTES));
  return btoa(text);
}

const api: PreviewPageApi = { drawFrames, openPlayer, mixSound };
Object.assign(window, { previewPage: api });
