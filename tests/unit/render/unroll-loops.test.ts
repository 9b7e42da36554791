// Videos that repeat, ready for planning: kept whole where a round is small, else a layer for each round that shows the same.
import { describe, expect, it } from 'vitest';
import { frameAt } from '#lib/composition/frame-at';
import type { GroupLayer, Layer } from '#lib/composition/timeline';
import { unrollLoops } from '#worker/render/unroll-loops';
import { timeline, videoLayer } from '#tests/unit/render/made-up-media';

const linear = { kind: 'linear' } as const;
const large = videoLayer({
  elementId: 'clip', source: 'v.mp4', startFrame: 5, endFrame: 400, loopFrames: 150, trimEndSeconds: 5, box: { xPx: 0, yPx: 0, widthPx: 1920, heightPx: 1080 },
  motion: { channels: [{ property: 'xPx', combine: 'set', keyframes: [{ frame: 0, value: 0, easing: linear }, { frame: 395, value: 395, easing: linear }] }], clips: [] },
});

const shownAt = (layers: Layer[], frame: number) =>
  frameAt({ layers, frameRate: timeline({}).frameRate }, frame).map(({ box, sourceSeconds }) => [Math.round(box.xPx * 1e6) / 1e6, Math.round((sourceSeconds ?? 0) * 1e6) / 1e6]);

describe('a video that repeats', () => {
  it('is left as it is where one round is small', () => {
    const small = videoLayer({ elementId: 'clip', source: 'v.mp4', endFrame: 600, loopFrames: 150 });
    expect(unrollLoops([small])).toEqual([small]);
  });

  it('becomes a layer for each round where it is not, and shows the same', () => {
    const rounds = unrollLoops([large]);
    expect(rounds.map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([[5, 155], [155, 305], [305, 400]]);
    for (const frame of [4, 5, 100, 154, 155, 304, 305, 399, 400]) expect(shownAt(rounds, frame), `frame ${frame}`).toEqual(shownAt([large], frame));
  });

  it('does so in groups as well', () => {
    const { type: _type, source: _source, crop: _crop, fit: _fit, trimStartSeconds: _start, trimEndSeconds: _end, loopFrames: _loop, ...base } = large;
    const group: GroupLayer = { ...base, type: 'group', motion: null, canvas: { widthPx: 1920, heightPx: 1080, fillColor: null }, layers: [large] };
    expect(unrollLoops([group])).toMatchObject([{ type: 'group', layers: [{ loopFrames: null }, { loopFrames: null }, { loopFrames: null }] }]);
  });
});
