/** Cropping by hand: the picture stays at its scale, and what is drawn is what the command writes. */
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import { cropPicture } from '#lib/editor/commands/crop-picture';
import { panCrop, resizeCrop, wholePictureOf, type CropGrip } from '#lib/editor/crop-drag';
import { makeUpFacts } from '#lib/preview/made-up-facts';
import { done, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

/** All of a source of 1280 x 720, at half its size. */
const grip: CropGrip = {
  box: { xPx: 100, yPx: 50, widthPx: 640, heightPx: 360 }, part: { xPx: 0, yPx: 0, widthPx: 1280, heightPx: 720 }, source: { widthPx: 1280, heightPx: 720 },
  scaleX: 1, scaleY: 1, rotationDegrees: 0, isFlippedAcross: false, isFlippedDown: false,
};

describe('a dragged edge', () => {
  it('cuts off what is beyond it, and the picture stays where it is', () => {
    const { box, part } = resizeCrop(grip, { across: -1, down: 0 }, { xPx: 200, yPx: 0 });
    expect(box).toEqual({ xPx: 200, yPx: 50, widthPx: 540, heightPx: 360 });
    expect(part).toEqual({ xPx: 200, yPx: 0, widthPx: 1080, heightPx: 720 });
    expect(wholePictureOf({ ...grip, box, part })).toEqual(grip.box);
  });

  it('never goes beyond the picture', () => {
    const inner: CropGrip = { ...grip, box: { xPx: 200, yPx: 100, widthPx: 320, heightPx: 180 }, part: { xPx: 200, yPx: 100, widthPx: 640, heightPx: 360 } };
    const { box, part } = resizeCrop(inner, { across: 1, down: 1 }, { xPx: 5000, yPx: 5000 });
    expect(part).toEqual({ xPx: 200, yPx: 100, widthPx: 1080, heightPx: 620 });
    expect(box).toEqual({ xPx: 200, yPx: 100, widthPx: 540, heightPx: 310 });
  });

  it('of a mirrored picture cuts off what is seen there', () => {
    const { part } = resizeCrop({ ...grip, isFlippedAcross: true }, { across: -1, down: 0 }, { xPx: 200, yPx: 0 });
    expect(part).toMatchObject({ xPx: 0, widthPx: 1080 });
  });
});

describe('a dragged picture', () => {
  it('moves under its box as far as it reaches, along its own axes when it is turned', () => {
    const inner: CropGrip = { ...grip, part: { xPx: 320, yPx: 180, widthPx: 640, heightPx: 360 } };
    expect(panCrop(inner, { xPx: 100, yPx: -9999 }).part).toEqual({ xPx: 220, yPx: 360, widthPx: 640, heightPx: 360 });
    const turned = panCrop({ ...inner, rotationDegrees: 90 }, { xPx: 0, yPx: 50 }).part;
    expect(turned.xPx).toBeCloseTo(270, 6);
    expect(turned.yPx).toBeCloseTo(180, 6);
  });
});

describe('the crop that is written', () => {
  it('is drawn in the box and from the part that the drag came to', () => {
    const photo = 'https://example.com/photo.jpg';
    const state = stateOf([{ id: 'photo', type: 'image', source: photo, x: 100, y: 50, width: 640, height: 360, duration: 2 }]);
    const { box, part } = resizeCrop(grip, { across: 1, down: -1 }, { xPx: 500, yPx: 100 });
    const next = done(cropPicture(state, { key: 'photo', from: grip.box, to: box, part, source: grip.source, atSeconds: 0 }, lengths));
    const result = resolve(next.composition, new Map([[`image ${photo}`, makeUpFacts('image')]]));
    expect(result.ok && result.timeline.layers[0]).toMatchObject({ box, crop: part });
    const whole = done(cropPicture(next, { key: 'photo', from: box, to: grip.box, part: grip.part, source: grip.source, atSeconds: 0 }, lengths));
    expect(whole.composition.elements[0]).not.toHaveProperty('crop');
  });
});
