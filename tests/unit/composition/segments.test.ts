/** Where a timeline is cut, and what is left out because it is hidden. */
import { describe, expect, it } from 'vitest';
import { cutSegments } from '#lib/composition/segments';
import { compositionOf, image, timelineOf } from '#tests/unit/composition/fixtures';

/** [first frame, first frame after, ids from bottom to top] of every segment; pictures called "clear..." have transparency. */
function cut(elements: unknown[], changes: Record<string, unknown> = {}): Array<[number, number, string]> {
  const segments = cutSegments(timelineOf(compositionOf(elements, changes)), ({ elementId }) => !elementId.startsWith('clear'));
  return segments.map(({ startFrame, endFrame, layers }) => [startFrame, endFrame, layers.map(({ elementId }) => elementId).join(' ')]);
}

const small = { width: 100, height: 100 };

describe('cutSegments', () => {
  it('cuts wherever a layer begins or ends', () => {
    expect(cut([image({ id: 'back', duration: 6 }), image({ id: 'a', ...small, time: 1, duration: 3 }), image({ id: 'b', ...small, time: 2, duration: 3 })])).toEqual([
      [0, 10, 'back'],
      [10, 20, 'back a'],
      [20, 40, 'back a b'],
      [40, 50, 'back b'],
      [50, 60, 'back'],
    ]);
  });

  it('has empty segments where nothing is shown', () => {
    expect(cut([image({ id: 'a', time: 1, duration: 1 })], { duration: 4 })).toEqual([
      [0, 10, ''],
      [10, 20, 'a'],
      [20, 40, ''],
    ]);
  });

  it('is one empty segment when nothing is ever shown', () => {
    expect(cut([image({ opacity: 0, duration: 3 })])).toEqual([[0, 30, '']]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['opaque and over all of the canvas', {}, 'top'],
    ['larger than the canvas', { width: '120%', height: '120%' }, 'top'],
    ['turned by half', { rotation: 180 }, 'top'],
    ['turned otherwise', { rotation: 90 }, 'back top'],
    ['a pixel short', { x: 1 }, 'back top'],
    ['translucent', { opacity: 0.99 }, 'back top'],
    ['smaller', small, 'back top'],
    ['a picture with transparency', { id: 'clear' }, 'back clear'],
  ])('what is below a layer is left out when the layer hides it: %s', (_name, properties, layers) => {
    expect(cut([image({ id: 'back', duration: 1 }), image({ id: 'top', duration: 1, ...properties })])).toEqual([[0, 10, layers]]);
  });

  it('does not cut where only what is hidden changes', () => {
    expect(cut([image({ id: 'a', track: 1, duration: 1 }), image({ id: 'b', track: 1, duration: 1 }), image({ id: 'top', track: 2 })])).toEqual([[0, 20, 'top']]);
  });

  it('cuts where a layer begins to move or comes to rest, whether it rests as itself or without its motion', () => {
    const moves = (x: unknown) => image({ id: 'a', ...small, duration: 6, x: [{ time: 2, value: 0 }, { time: 4, value: x }] });
    const whole = [[0, 20, 'a'], [20, 40, 'a'], [40, 60, 'a']];
    expect([cut([moves(100)]), cut([moves(100.5)])]).toEqual([whole, whole]);
  });

  it('a layer that moves hides nothing, and does when it has come to rest', () => {
    const cover = image({ id: 'top', duration: 4, x: [{ time: 0, value: -1000 }, { time: 2, value: 0 }] });
    expect(cut([image({ id: 'back', duration: 4 }), cover])).toEqual([[0, 20, 'back top'], [20, 40, 'top']]);
  });

  it('leaves nothing out under a mask, which may open what hides', () => {
    const mask = image({ id: 'mask', track: 3, duration: 1, ...small, mask_mode: 'alpha' });
    expect(cut([image({ id: 'back', track: 1, duration: 1 }), image({ id: 'top', track: 2, duration: 1 }), mask])).toEqual([[0, 10, 'back top mask']]);
  });
});
