/** The draw list of a moment: what motion makes of a layer, and which frame of a video is shown. */
import { describe, expect, it } from 'vitest';
import { frameAt, itemAt, type DrawItem } from '#lib/composition/frame-at';
import type { MotionClip } from '#lib/composition/motion';
import type { Layer, PictureFit } from '#lib/composition/timeline';
import { channel, imageLayer, motionOf, RATE, videoLayer } from '#tests/unit/composition/hand-made-motion';

function seen(layer: Layer, frame: number): DrawItem {
  const item = itemAt(layer, frame, RATE);
  if (item === null) throw new Error('nothing is seen');
  return item;
}

describe('a layer without motion', () => {
  it('is drawn as it stands, from its first frame to its last', () => {
    const layer = imageLayer({ rotationDegrees: 30, opacity: 0.5 });
    const timeline = { layers: [layer], frameRate: RATE };
    expect([9, 10, 109, 110].map((frame) => frameAt(timeline, frame).length)).toEqual([0, 1, 1, 0]);
    expect(frameAt(timeline, 10)).toEqual([
      { layer, box: layer.box, crop: layer.crop, scaleX: 1, scaleY: 1, rotationDegrees: 30, opacity: 0.5, blurRadiusPx: 0, clips: [], sourceSeconds: null, items: null, textParts: null },
    ]);
  });

  it('is below those that come after it in the timeline', () => {
    const layers = [imageLayer({ elementId: 'below' }), videoLayer(), imageLayer({ elementId: 'above' })];
    expect(frameAt({ layers, frameRate: RATE }, 20).map(({ layer }) => layer.elementId)).toEqual(['below', 'clip', 'above']);
  });
});

describe('a channel', () => {
  it('goes from keyframe to keyframe, and holds before the first and after the last', () => {
    const layer = imageLayer({ motion: motionOf(channel('xPx', [[10, 0], [20, 100], [30, 50]])) });
    expect([10, 20, 25, 30, 35, 40, 90].map((frame) => seen(layer, frame).box.xPx)).toEqual([0, 0, 50, 100, 75, 50, 50]);
  });

  it('eases by the keyframe it goes to', () => {
    const moved = channel('xPx', [[0, 0], [10, 100]]);
    moved.keyframes[1]!.easing = { kind: 'penner', family: 'quad', direction: 'in' };
    expect(seen(imageLayer({ motion: motionOf(moved) }), 15).box.xPx).toBe(25);
  });

  it('jumps where two keyframes are at the same frame', () => {
    const layer = imageLayer({ motion: motionOf(channel('xPx', [[0, 0], [5, 0], [5, 100]])) });
    expect([14, 15, 16].map((frame) => seen(layer, frame).box.xPx)).toEqual([0, 100, 100]);
  });

  it('sets, adds or multiplies, one after the other', () => {
    const layer = imageLayer({ opacity: 0.8, motion: motionOf(channel('opacity', [[0, 0.5]], 'multiply'), channel('xPx', [[0, 7]]), channel('xPx', [[0, 3]], 'add'), channel('xPx', [[0, 2]], 'multiply')) });
    expect(seen(layer, 50)).toMatchObject({ opacity: 0.4, box: { xPx: 20, yPx: 50 } });
  });

  it('may pass an opacity of 1 on its way, which is 1 then', () => {
    expect(seen(imageLayer({ motion: motionOf(channel('opacity', [[0, 1.2]])) }), 10).opacity).toBe(1);
  });

  it.each(['opacity', 'scaleX', 'scaleY', 'widthPx', 'heightPx'] as const)('of 0 for %s takes the layer out of the list', (property) => {
    expect(itemAt(imageLayer({ motion: motionOf(channel(property, [[0, 0]])) }), 10, RATE)).toBeNull();
  });

  it('moves the picture inside its box by zoom and pan', () => {
    const layer = imageLayer({ motion: motionOf(channel('zoom', [[0, 2]]), channel('panXPx', [[0, 10]])) });
    expect(seen(layer, 10)).toMatchObject({ box: layer.box, crop: { xPx: 30, yPx: 10, widthPx: 40, heightPx: 20 } });
  });
});

describe('a size that moves', () => {
  const frame = { box: { xPx: 100, yPx: 50, widthPx: 40, heightPx: 20 }, exactSize: { widthPx: 40, heightPx: 20 } };
  const part = { xPx: 0, yPx: 0, widthPx: 80, heightPx: 40 };
  const fit: PictureFit = { part, frame, fitMode: 'cover', alignment: { x: 0.5, y: 0.5 } };

  it('fits the picture anew, in parts of a pixel', () => {
    const layer = imageLayer({ fit, motion: motionOf(channel('widthPx', [[0, 40], [10, 20]])) });
    expect(seen(layer, 10)).toMatchObject({ box: layer.box, crop: layer.crop });
    // 20 x 20 of 80 x 40: the middle square.
    expect(seen(layer, 20)).toMatchObject({ box: { xPx: 100, yPx: 50, widthPx: 20, heightPx: 20 }, crop: { xPx: 20, yPx: 0, widthPx: 40, heightPx: 40 } });
    expect(seen(layer, 11).box.widthPx).toBe(38);
    const [before, after] = [seen(layer, 14), seen(layer, 15)];
    expect(before.crop!.widthPx - after.crop!.widthPx).toBeCloseTo(4, 1);
  });
});

describe('a clip', () => {
  const clip = (values: Array<[number, number]>): MotionClip => ({ kind: 'wipe', area: 'box', direction: 'right', keyframes: values.map(([at, value]) => ({ frame: at, value, easing: { kind: 'linear' } })) });
  const layer = imageLayer({ motion: { channels: [], clips: [clip([[0, 0], [10, 1]])] } });

  it('is in the list only while it hides something', () => {
    expect([11, 15, 20].map((frame) => seen(layer, frame).clips.map(({ progress }) => progress))).toEqual([[0.1], [0.5], []]);
  });

  it('that hides all takes the layer out of the list', () => {
    expect(itemAt(layer, 10, RATE)).toBeNull();
  });
});

describe('the source time of a video', () => {
  it('goes with the frames from its trim on, and holds the last frame before the end', () => {
    const layer = videoLayer();
    expect([10, 11, 39, 40, 109].map((frame) => seen(layer, frame).sourceSeconds)).toEqual([2, 2.1, 4.9, 4.9, 4.9]);
  });

  it('is that of one frame when the trim is shorter than a frame', () => {
    expect(seen(videoLayer({ trimEndSeconds: 2.01 }), 60).sourceSeconds).toBe(2);
  });
});
