/** When a layer moves and when it rests, and what it is while it rests. */
import { describe, expect, it } from 'vitest';
import { isMovingWithin, listStretches } from '#lib/composition/motion-stretches';
import type { Layer } from '#lib/composition/timeline';
import { channel, imageLayer, motionOf, RATE, videoLayer } from '#tests/unit/composition/hand-made-motion';

/** [first frame, first frame after, 'rests' as a layer without motion or as it 'is']. */
const stretchesOf = (layer: Layer) => listStretches(layer, RATE).map(({ startFrame, endFrame, layer: shown }) => [startFrame, endFrame, shown === layer ? 'is' : 'rests']);

describe('listStretches', () => {
  it('is the layer itself when nothing moves', () => {
    expect(stretchesOf(imageLayer())).toEqual([[10, 110, 'is']]);
  });

  it('cuts where a movement begins and where it ends', () => {
    const layer = imageLayer({ motion: motionOf(channel('xPx', [[20, 0], [40, 300]])) });
    expect(stretchesOf(layer)).toEqual([[10, 30, 'rests'], [30, 50, 'is'], [50, 110, 'rests']]);
    const [before, , after] = listStretches(layer, RATE).map((stretch) => stretch.layer);
    expect([before, after]).toMatchObject([{ motion: null, box: { xPx: 0, yPx: 50 } }, { motion: null, box: { xPx: 300, yPx: 50 } }]);
  });

  it('rests where keyframes are equal', () => {
    expect(stretchesOf(imageLayer({ motion: motionOf(channel('opacity', [[0, 0], [10, 1], [80, 1], [100, 0]])) }))).toEqual([[10, 20, 'is'], [20, 90, 'rests'], [90, 110, 'is']]);
  });

  it('leaves out rests in which nothing is seen', () => {
    expect(stretchesOf(imageLayer({ motion: motionOf(channel('opacity', [[30, 0], [50, 1]])) }))).toEqual([[40, 60, 'is'], [60, 110, 'rests']]);
  });

  it('cuts at a jump', () => {
    const stretches = listStretches(imageLayer({ motion: motionOf(channel('xPx', [[0, 0], [50, 0], [50, 9]])) }), RATE);
    expect(stretches.map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([[10, 60], [60, 61], [61, 110]]);
    expect(stretches.map(({ layer }) => layer.box.xPx)).toEqual([0, 100, 9]);
  });

  it('does not cut for a rest of less than half a second at 30 frames a second', () => {
    expect(stretchesOf(imageLayer({ motion: motionOf(channel('xPx', [[20, 0], [40, 9], [54, 9], [70, 0]])) }))).toEqual([[10, 30, 'rests'], [30, 80, 'is'], [80, 110, 'rests']]);
  });

  it('takes in a scale that gives whole pixels', () => {
    const layer = videoLayer({ motion: motionOf(channel('scaleX', [[0, 1], [10, 2]]), channel('scaleY', [[0, 1], [10, 2]])) });
    expect(listStretches(layer, RATE)[1]?.layer).toMatchObject({ motion: null, box: { xPx: 80, yPx: 40, widthPx: 80, heightPx: 40 }, trimStartSeconds: 2, startFrame: 10 });
  });

  it.each([
    ['between pixels', channel('xPx', [[0, 1], [10, 0.5]])],
    ['of another look', channel('blurRadiusPx', [[0, 0], [10, 3]])],
    ['mirrored', channel('scaleX', [[0, 1], [10, -1]])],
  ])('keeps the motion of a picture that rests %s', (_name, moved) => {
    const layer = imageLayer({ motion: motionOf(moved) });
    expect(stretchesOf(layer)).toEqual([[10, 20, 'is'], [20, 110, 'is']]);
    expect([isMovingWithin(layer, 10, 20), isMovingWithin(layer, 20, 110), isMovingWithin(layer, 19, 25)]).toEqual([true, false, true]);
  });
});
