/** What a plan is said to cost, and what is refused because of it. */
import { describe, expect, it } from 'vitest';
import { mediaKey } from '#lib/composition/sources';
import type { Timeline } from '#lib/composition/timeline';
import { timeline, videoFacts, videoLayer } from '#tests/unit/render/made-up-media';
import { planRender } from '#worker/render/plan';
import { checkCost, estimateCpuSeconds } from '#worker/render/render-cost';

const facts = new Map([[mediaKey('video', 'v.mp4'), videoFacts({ durationSeconds: 600 })]]);
const clip = { elementId: 'clip', source: 'v.mp4', trimEndSeconds: 600 };
const canvas = (widthPx: number, heightPx: number, frameCount: number): Partial<Timeline> => ({ widthPx, heightPx, frameCount });
const moving = { channels: [{ property: 'rotationDegrees', combine: 'add', keyframes: [{ frame: 0, value: 0, easing: { kind: 'linear' } }, { frame: 18_000, value: 360, easing: { kind: 'linear' } }] }], clips: [] } as const;

function secondsOf(parts: Partial<Timeline>): number {
  return estimateCpuSeconds(planRender(timeline(parts), facts));
}

describe('the least cost of a render', () => {
  it('grows with pixels, frames, decoders and what is drawn', () => {
    const box = { xPx: 0, yPx: 0, widthPx: 1280, heightPx: 720 };
    const drawn = structuredClone(moving) as unknown as NonNullable<Timeline['layers'][number]['motion']>;
    const layer = videoLayer({ ...clip, box, endFrame: 18_000 });
    const [still, small, video, turned] = [canvas(1280, 720, 18_000), canvas(640, 360, 18_000), { ...canvas(1280, 720, 18_000), layers: [layer] }, { ...canvas(1280, 720, 18_000), layers: [{ ...layer, motion: drawn }] }].map(secondsOf);
    expect([still, small, video, turned].map((seconds) => Math.round(seconds!))).toEqual([41, 10, 46, 154]);
  });

  it('is refused with its figures where it is more than a job\'s time on all cores', () => {
    const plan = planRender(timeline(canvas(7680, 4320, 36_000)), facts);
    expect(() => checkCost(plan, { timeoutSeconds: 600, cores: 2 })).toThrow(expect.objectContaining({ code: 'OUTPUT_TOO_COMPLEX', message: expect.stringContaining('at least 1493 seconds'), details: { render_seconds: 1493, render_seconds_max: 600 } }));
    expect(() => checkCost(plan, { timeoutSeconds: 600, cores: 4 })).toThrow('at least 747 seconds');
    expect(() => checkCost(plan, { timeoutSeconds: 600, cores: 64 })).not.toThrow();
    expect(() => checkCost(planRender(timeline(canvas(1920, 1080, 36_000)), facts), { timeoutSeconds: 600, cores: 2 })).not.toThrow();
  });

  it('is more than cores can share where all of it is drawn: one frame comes after the other', () => {
    const drawn = structuredClone(moving) as unknown as NonNullable<Timeline['layers'][number]['motion']>;
    const layer = videoLayer({ ...clip, box: { xPx: 0, yPx: 0, widthPx: 7680, heightPx: 4320 }, endFrame: 18_000, motion: drawn });
    const plan = planRender(timeline({ ...canvas(7680, 4320, 18_000), layers: [layer] }), facts);
    expect(() => checkCost(plan, { timeoutSeconds: 600, cores: 1000 })).toThrow('at least 1016 seconds');
  });
});
