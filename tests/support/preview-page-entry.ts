/** What runs in the page of `preview-page.ts`: the product's own preview, called by the test. Frames go back as base64 of their RGB. */
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { toSamples } from '#lib/composition/sound/place-sound';
import { listSources, mediaKey } from '#lib/composition/sources';
import type { Timeline } from '#lib/composition/timeline';
import { loadFonts } from '#lib/preview/load-fonts';
import { MediaInputs } from '#lib/preview/media-inputs';
import { Player } from '#lib/preview/player';
import { readMediaFacts } from '#lib/preview/read-media-facts';
import { SoundMixer } from '#lib/preview/sound/sound-mixer';

export interface DrawnFrame {
  widthPx: number;
  heightPx: number;
  base64: string;
}

export type FactEntries = Array<[key: string, facts: MediaFacts]>;

export interface PreviewPageApi {
  /** `facts` are null where the page is to find them out itself, as the composer does. */
  drawFrames(composition: unknown, facts: FactEntries | null, frames: number[]): Promise<DrawnFrame[]>;
  /** Of the composition's media, as the browser finds them out. */
  readFacts(composition: unknown): Promise<FactEntries>;
  /** A player of the composition on a canvas of the page, at `window.player`; resolves when its first frame is drawn. */
  openPlayer(composition: unknown, facts: FactEntries): Promise<void>;
  /** All samples of the composition's sound: left, then right, as base64 of 32-bit floats. `blockSamples` are mixed at a time. */
  mixSound(composition: unknown, facts: FactEntries, blockSamples: number): Promise<[left: string, right: string]>;
}

/** What a player's canvas shows at each frame. Throws when the composition is invalid or one of its media cannot be shown. */
async function drawFrames(composition: unknown, factEntries: FactEntries | null, frames: number[]): Promise<DrawnFrame[]> {
  const canvas = document.createElement('canvas');
  const player = new Player(canvas);
  const drawn: DrawnFrame[] = [];
  try {
    await loadInto(player, composition, factEntries);
    for (const frame of frames) {
      player.seek(frame);
      await untilDrawn(player);
      const { problem, failures } = player.getState();
      if (problem !== null || failures.size > 0) throw new Error(JSON.stringify([problem, ...failures]));
      drawn.push(readCanvas(canvas));
    }
  } finally {
    await player.close();
  }
  return drawn;
}

/** By a copy: a canvas that is read itself may be kept in other memory from then on, and drawn by other code. */
function readCanvas(canvas: HTMLCanvasElement): DrawnFrame {
  const { width: widthPx, height: heightPx } = canvas;
  const ctx = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (ctx === null) throw new Error('No 2D canvas');
  ctx.drawImage(canvas, 0, 0);
  return { widthPx, heightPx, base64: toBase64(dropAlpha(ctx.getImageData(0, 0, widthPx, heightPx).data)) };
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
  const canvas = document.createElement('canvas');
  document.body.replaceChildren(canvas);
  const player = new Player(canvas);
  Object.assign(window, { player });
  await loadInto(player, composition, factEntries);
}

async function loadInto(player: Player, composition: unknown, factEntries: FactEntries | null): Promise<void> {
  const facts = new Map(factEntries ?? (await readFacts(composition)));
  player.load(await toTimeline(composition, facts), facts);
  await untilDrawn(player);
}

async function untilDrawn(player: Player): Promise<void> {
  while (player.getState().isLoading) await new Promise((resolve) => player.subscribe(() => resolve(undefined)));
}

async function readFacts(value: unknown): Promise<FactEntries> {
  const parsed = parseComposition(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { signal } = new AbortController();
  return Promise.all(listSources(parsed.composition).map(async ({ kind, source }): Promise<FactEntries[number]> => [mediaKey(kind, source), await readMediaFacts(kind, source, signal)]));
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

const api: PreviewPageApi = { drawFrames, readFacts, openPlayer, mixSound };
Object.assign(window, { previewPage: api });
