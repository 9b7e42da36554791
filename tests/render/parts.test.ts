/** A composition of more videos than one FFmpeg should hold: made in parts and joined, every frame once, the sound in one piece. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProcesses } from '#tests/support/find-processes';
import { makeMedia } from '#tests/support/make-media';
import { loudness, readCounter, readFrames, readSamples } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, renderComposition, renderPlanned, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'counter.mp4', { picture: 'counter', seconds: 4, widthPx: 1920, heightPx: 1080, sound: { hz: 440 } });
});
afterAll(() => remove());

const CLIPS = 20;
/** Each clip shows three frames, from its own number times three on. */
const clips = (changes: object = {}) => Array.from({ length: CLIPS }, (_, index) => ({
  id: `clip${index}`, type: 'video', track: 1, source: sourceOf('counter.mp4'), trim_start: index * 0.1, trim_duration: 0.1, duration: 0.1, ...changes,
}));
const composition = (elements: object[]) => ({ width: 192, height: 108, frame_rate: 30, elements });

describe('a composition in parts', () => {
  it('has every frame once and its sound throughout', async () => {
    const { path: output, plan, frames: told } = await renderComposition(directory, 'parts', composition(clips()));
    expect(plan.parts.length).toBeGreaterThan(1);
    expect(plan.parts.map(({ inputs }) => inputs.length).every((count) => count <= 10)).toBe(true);
    expect((await readFrames(output)).map((frame) => readCounter(frame))).toEqual(Array.from({ length: 60 }, (_, n) => n));
    const [left] = (await readSamples(output))!;
    for (let seconds = 0.05; seconds < 1.9; seconds += 0.1) expect(loudness(left!, seconds, seconds + 0.05), `${seconds} s`).toBeGreaterThan(0.01);
    expect([told.at(-1), told.toSorted((a, b) => a - b)]).toEqual([60, told]);
    expect((await readdir(path.dirname(output))).filter((name) => name.startsWith('part-'))).toEqual([]);
  });

  it('draws in each part what is to be drawn, at an odd frame rate and without sound', async () => {
    const title = { type: 'shape', shape: 'rectangle', track: 2, time: 0, duration: 2, y: 80, width: 20, height: 20, fill_color: '#ff0000', x: [{ time: 0, value: 0 }, { time: 2, value: 150 }] };
    const { path: output, plan } = await renderComposition(directory, 'drawn', { ...composition([...clips({ muted: true }), title]), frame_rate: 29.97 });
    expect(plan.parts.every(({ drawing }) => drawing !== null && drawing.streams.length > 0)).toBe(true);
    expect(await readFrames(output)).toHaveLength(plan.frameCount);
    expect(await readSamples(output)).toBeNull();
  });

  it('has its poster of the part that shows it', async () => {
    const { plan } = await planComposition(directory, composition(clips()));
    expect(plan.parts.flatMap(({ poster, spans }) => (poster === null ? [] : [poster.frame + spans[0]!.startFrame]))).toEqual([plan.poster.frame]);
  });

  it('ends with all its processes when it is aborted in a later part', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped by the test');
    const planned = await planComposition(directory, composition(clips()));
    const first = planned.plan.parts[0]!.frameCount;
    await expect(renderPlanned(directory, 'aborted', planned, { signal: stop.signal, onFrames: (count) => count > first && stop.abort(reason) })).rejects.toBe(reason);
    expect(await findProcesses(directory)).toEqual([]);
  });
});
