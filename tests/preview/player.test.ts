/** The player in a browser: what it shows is the frame at its playhead, and it keeps time by the audio clock. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Player } from '#lib/preview/player';
import type { PlayerState } from '#lib/preview/player-state';
import { makeMedia } from '#tests/support/make-media';
import { readCounter } from '#tests/support/read-frame';
import { planComposition, sourceOf } from '#tests/support/render-composition';
import { COUNTER_BITS } from '#tests/support/test-pictures';
import { usePreview } from '#tests/support/use-preview';

declare global {
  interface Window {
    player: Player;
  }
}

const test = usePreview();
const size = { widthPx: 192, heightPx: 32 };
const composition = {
  output_format: 'mp4', width: size.widthPx, height: size.heightPx, frame_rate: 30,
  elements: [{ id: 'clip', type: 'video', source: sourceOf('counter.mp4') }],
};

beforeAll(async () => {
  await makeMedia(test.directory, 'counter.mp4', { picture: 'counter', seconds: 4, gopFrames: 40, sound: {}, ...size });
});
beforeEach(async () => {
  await test.preview.page.evaluate(() => window.player?.close());
  await test.preview.openPlayer(composition, (await planComposition(test.directory, composition)).facts);
});

const stateOf = (): Promise<PlayerState> => test.preview.page.evaluate(() => window.player.getState());

/** The number on the canvas. */
async function shownCounter(): Promise<number> {
  const bytes = await test.preview.page.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    return [...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data].filter((_, index) => index % 4 !== 3);
  });
  expect(bytes.length).toBe(size.widthPx * size.heightPx * 3);
  expect(size.widthPx % COUNTER_BITS).toBe(0);
  return readCounter({ ...size, pixels: Buffer.from(bytes) });
}

async function untilIdle(): Promise<void> {
  await test.preview.page.waitForFunction(() => !window.player.getState().isLoading && !window.player.getState().isPlaying);
}

describe('a player', () => {
  it('shows its first frame, and any it is moved to', async () => {
    expect(await shownCounter()).toBe(0);
    for (const frame of [77, 12, 119]) {
      await test.preview.page.evaluate((place) => window.player.seek(place), frame);
      await untilIdle();
      expect([await shownCounter(), (await stateOf()).frame]).toEqual([frame, frame]);
    }
  });

  it('of many moves at once shows the last, and does not draw them all', async () => {
    const painted = await test.preview.page.evaluate(async () => {
      const drawn = new Set<number>();
      const unsubscribe = window.player.subscribe(() => void (window.player.getState().isLoading || drawn.add(window.player.getState().frame)));
      for (let frame = 0; frame < 100; frame += 1) window.player.seek(frame);
      while (window.player.getState().isLoading || window.player.getState().frame !== 99) await new Promise((resolve) => setTimeout(resolve, 10));
      unsubscribe();
      return drawn.size;
    });
    await untilIdle();
    expect(await shownCounter()).toBe(99);
    expect(painted).toBeLessThan(10);
  });

  it('plays forwards to its end, stays there, and begins again from the start', async () => {
    await test.preview.page.evaluate(() => window.player.seek(60));
    await untilIdle();
    const frames = await test.preview.page.evaluate(async () => {
      const seen: number[] = [];
      window.player.subscribe(() => seen.push(window.player.getState().frame));
      window.player.play();
      while (window.player.getState().isPlaying) await new Promise((resolve) => setTimeout(resolve, 20));
      return seen;
    });
    await untilIdle();
    expect(frames).toEqual(frames.toSorted((a, b) => a - b));
    expect(new Set(frames).size).toBeGreaterThan(5);
    expect([await shownCounter(), (await stateOf()).frame]).toEqual([119, 119]);
    await test.preview.page.evaluate(() => window.player.play());
    await test.preview.page.waitForFunction(() => window.player.getState().frame < 60);
    await test.preview.page.evaluate(() => window.player.pause());
  });

  it('keeps to the clock: after as many seconds it is as many frames on', async () => {
    const { frames, seconds } = await test.preview.page.evaluate(async () => {
      window.player.play();
      const isRunning = (): boolean => window.player.getState().isPlaying && !window.player.getState().isLoading && window.player.getState().frame > 2;
      while (!isRunning()) await new Promise((resolve) => requestAnimationFrame(resolve));
      const [fromFrame, fromMs] = [window.player.getState().frame, performance.now()];
      while (window.player.getState().frame < fromFrame + 60) await new Promise((resolve) => requestAnimationFrame(resolve));
      return { frames: window.player.getState().frame - fromFrame, seconds: (performance.now() - fromMs) / 1000 };
    });
    expect(Math.abs(frames / 30 - seconds)).toBeLessThan(0.25);
    await test.preview.page.evaluate(() => window.player.pause());
  });

  it('repeats a range when it is told to', async () => {
    const seen = await test.preview.page.evaluate(async () => {
      window.player.setRange({ startFrame: 30, endFrame: 45 });
      window.player.setLooping(true);
      window.player.seek(30);
      window.player.play();
      const frames: number[] = [];
      window.player.subscribe(() => frames.push(window.player.getState().frame));
      while (frames.filter((frame, n) => frame < (frames[n - 1] ?? 0)).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      window.player.pause();
      return frames;
    });
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...seen)).toBeLessThan(45);
  });

  it('plays again when the browser has closed its sound', async () => {
    await test.preview.page.evaluate(async () => {
      const contexts: AudioContext[] = [];
      const Native = window.AudioContext;
      window.AudioContext = class extends Native {
        constructor(options?: AudioContextOptions) {
          super(options);
          contexts.push(this);
        }
      };
      const isRunning = (): boolean => window.player.getState().isPlaying && window.player.getState().frame > 2;
      const playOn = async (): Promise<void> => {
        window.player.seek(0);
        window.player.play();
        while (!isRunning()) await new Promise((resolve) => setTimeout(resolve, 20));
        window.player.pause();
      };
      await playOn();
      await contexts[0]?.close();
      await playOn();
      window.AudioContext = Native;
    });
    expect(test.preview.errors).toEqual([]);
  });

  it('can be closed while it is about to play', async () => {
    await test.preview.page.evaluate(async () => {
      window.player.play();
      await window.player.close();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(test.preview.errors).toEqual([]);
  });

  it('takes a changed composition at the same place', async () => {
    await test.preview.page.evaluate(() => window.player.seek(50));
    await untilIdle();
    const trimmed = { ...composition, elements: [{ ...composition.elements[0], trim_start: 1 }] };
    const { timeline, facts } = await planComposition(test.directory, trimmed);
    const request = JSON.stringify([timeline, [...facts]]).replaceAll('https://media.test/', test.preview.page.url().replace(/[^/]*$/, ''));
    await test.preview.page.evaluate((json) => {
      const [next, entries] = JSON.parse(json) as [Parameters<Player['load']>[0], Array<[string, never]>];
      window.player.load(next, new Map(entries));
    }, request);
    await untilIdle();
    expect([(await stateOf()).frame, await shownCounter()]).toEqual([50, 80]);
    expect(test.preview.errors).toEqual([]);
  });
});
