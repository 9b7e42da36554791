/** Where the browser has no WebCodecs the preview shows, plays and lets hear the same by the elements that every browser has. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeMedia } from '#tests/support/make-media';
import { CHIRP } from '#tests/support/measure-sound';
import { readCounter } from '#tests/support/read-frame';
import { openPreviewPage } from '#tests/support/preview-page';
import { planComposition, sourceOf } from '#tests/support/render-composition';
import { usePreview } from '#tests/support/use-preview';

const test = usePreview();
const size = { widthPx: 192, heightPx: 32 };
const composition = { output_format: 'mp4', width: size.widthPx, height: size.heightPx, frame_rate: 30, elements: [{ id: 'clip', type: 'video', source: sourceOf('counter.mp4') }] };

beforeAll(async () => {
  await makeMedia(test.directory, 'counter.mp4', { picture: 'counter', seconds: 4, gopFrames: 40, sound: { expression: CHIRP }, ...size });
  await test.preview.page.addInitScript(() => ['VideoDecoder', 'AudioDecoder', 'VideoFrame', 'EncodedVideoChunk', 'ImageDecoder'].forEach((name) => Reflect.deleteProperty(globalThis, name)));
  await test.preview.page.reload();
  await test.preview.page.waitForFunction(() => 'previewPage' in window && !('VideoDecoder' in window) && !('AudioDecoder' in window));
});

/** The number on the canvas. */
async function shownCounter(): Promise<number> {
  const bytes = await test.preview.page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    return [...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data].filter((_, index) => index % 4 !== 3);
  });
  return readCounter({ ...size, pixels: Buffer.from(bytes) });
}

const untilIdle = () => test.preview.page.waitForFunction(() => !window.player.getState().isLoading && !window.player.getState().isPlaying);

/** Two milliseconds: where the file's own beginning lies between two of its time stamps, the engine rounds otherwise. */
const SHIFT_SAMPLES_MAX = 96;

/** The greatest of any sample in the midst, one sound some samples later than the other. */
function differenceAt(shift: number, some: Float32Array, others: Float32Array): number {
  return some.subarray(20_000, 60_000).reduce((greatest, sample, n) => Math.max(greatest, Math.abs(sample - (others[20_000 + n + shift] ?? 0))), 0);
}

describe('without WebCodecs', () => {
  it('finds out of a file what it needs to show it', async () => {
    const [frame] = await test.preview.drawAt(composition, null, [33]);
    expect(readCounter(frame!)).toBe(33);
  });

  it('shows the frame at the playhead wherever it is moved to', async () => {
    await test.preview.openPlayer(composition, (await planComposition(test.directory, composition)).facts);
    for (const frame of [77, 12, 119, 0]) {
      await test.preview.page.evaluate((place) => window.player.seek(place), frame);
      await untilIdle();
      expect(await shownCounter()).toBe(frame);
    }
  });

  it('plays on and on, and rests on the very frame it is paused at', async () => {
    await test.preview.openPlayer(composition, (await planComposition(test.directory, composition)).facts);
    const seen = await test.preview.page.evaluate(async () => {
      const canvas = document.querySelector('canvas')!;
      const pictures = new Set<string>();
      window.player.play();
      while (window.player.getState().frame < 60) {
        pictures.add(canvas.toDataURL());
        await new Promise(requestAnimationFrame);
      }
      window.player.pause();
      return pictures.size;
    });
    await untilIdle();
    expect(seen).toBeGreaterThan(5);
    const { frame, failures } = await test.preview.page.evaluate(() => ({ frame: window.player.getState().frame, failures: [...window.player.getState().failures] }));
    expect(await shownCounter()).toBe(frame);
    expect(failures).toEqual([]);
  });

  it('plays to its end, and not from its beginning again', async () => {
    await test.preview.openPlayer(composition, (await planComposition(test.directory, composition)).facts);
    await test.preview.page.evaluate(() => window.player.seek(90));
    // What is idle may still be the player before it has begun to seek.
    await expect.poll(shownCounter, { timeout: 30_000 }).toBe(90);
    await test.preview.page.evaluate(() => void window.player.play());
    const seen: number[] = [];
    while (await test.preview.page.evaluate(() => window.player.getState().isPlaying)) seen.push(await shownCounter());
    expect(seen.filter((frame) => frame < 85)).toEqual([]);
    await expect.poll(shownCounter).toBe(119);
  });

  it.each(['44k.mp3', '48k.m4a', '48k.wav', 'mono.mp4', 'opus.webm'])('lets hear %s as loud, and at the same time, as with it', async (name) => {
    await makeMedia(test.directory, name, { picture: /\.(mp4|webm)$/.test(name) ? '#204060' : null, widthPx: 64, heightPx: 64, seconds: 3, sound: { expression: CHIRP, ...(name.startsWith('44k') ? { sampleRateHz: 44_100 } : {}) } });
    const type = /\.(mp4|webm)$/.test(name) ? 'video' : 'audio';
    const heard = { output_format: 'mp4', width: 64, height: 64, duration: 2, elements: [{ type, source: sourceOf(name), trim_start: 0.5, duration: 2 }] };
    const { facts } = await planComposition(test.directory, heard);
    const [without] = await test.preview.mixSound(heard, facts, 15_999);
    const other = await openPreviewPage({ directory: test.directory });
    const [withIt] = await other.mixSound(heard, facts, 15_999).finally(() => other.close());
    expect(Math.max(...withIt.slice(0, 48_000))).toBeGreaterThan(0.2);
    const shifts = Array.from({ length: 2 * SHIFT_SAMPLES_MAX + 1 }, (_, place) => differenceAt(place - SHIFT_SAMPLES_MAX, withIt, without));
    expect(Math.min(...shifts)).toBeLessThan(0.03);
  });

  it('breaks nothing of the page', () => {
    expect(test.preview.errors).toEqual([]);
  });
});
