/** Masks: what of the track below is seen, and when. */
import { describe, expect, it } from 'vitest';
import { drawFrame, picture, plain, type Rgba } from '#tests/unit/composition/draw/draw-scene';

const RED: Rgba = [255, 0, 0, 255];
const BLUE: Rgba = [0, 0, 255, 255];
const BLACK: Rgba = [0, 0, 0, 255];

/** White on the left, mid grey in the middle, nothing on the right. */
const STEPS = picture({ widthPx: 100, heightPx: 100 }, (ctx) => {
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, 30, 100);
  ctx.fillStyle = '#808080';
  ctx.fillRect(30, 0, 40, 100);
});
const pictures = { back: plain('#0000ff'), shown: plain('#ff0000'), mask: STEPS, second: STEPS };
/** All of them fill the canvas of 100 x 100. */
const drawSquare = (elements: Array<Record<string, unknown>>, frame = 0) =>
  drawFrame(elements.map((element) => ({ fit_mode: 'fill', ...element })), pictures, { width: 100, height: 100, frame });

describe('a mask', () => {
  it.each<[string, Rgba, Rgba, Rgba]>([
    ['alpha', RED, RED, BLUE],
    ['alpha-inverted', BLUE, BLUE, RED],
    ['luma', RED, [128, 0, 127, 255], BLUE],
    ['luma-inverted', BLUE, [127, 0, 128, 255], RED],
  ])('of mode %s shows the track below by its opacity or brightness, and the rest as it is', (mask_mode, white, grey, none) => {
    const { at } = drawSquare([{ id: 'back', track: 1 }, { id: 'shown', track: 2 }, { id: 'mask', track: 3, mask_mode }]);
    expect([at(15, 50), at(50, 50), at(85, 50)]).toEqual([white, grey, none]);
  });

  it('masks the next track below that has anything, and no track further down', () => {
    const { at } = drawSquare([{ id: 'back', track: 0 }, { id: 'shown', track: 4 }, { id: 'mask', track: 9, mask_mode: 'alpha' }]);
    expect([at(15, 50), at(85, 50)]).toEqual([RED, BLUE]);
  });

  it('masks nothing while the track below shows nothing', () => {
    const elements = [{ id: 'back', track: 1, duration: 2 }, { id: 'shown', track: 2, duration: 1 }, { id: 'mask', track: 3, mask_mode: 'alpha', duration: 2 }];
    expect(drawSquare(elements, 5).at(15, 50)).toEqual(RED);
    const { at } = drawSquare(elements, 15);
    expect([at(15, 50), at(85, 50)]).toEqual([BLUE, BLUE]);
  });

  it('does not mask before it begins', () => {
    const elements = [{ id: 'shown', track: 1, duration: 2 }, { id: 'mask', track: 2, mask_mode: 'alpha', time: 1, duration: 1 }];
    expect(drawSquare(elements, 5).at(85, 50)).toEqual(RED);
    expect(drawSquare(elements, 15).at(85, 50)).toEqual(BLACK);
  });

  it('that is faded leaves as little as it is opaque, one that is outside the canvas or has no size yet leaves nothing', () => {
    const masked = (mask: Record<string, unknown>) => drawSquare([{ id: 'shown', track: 1 }, { id: 'mask', track: 2, mask_mode: 'alpha', ...mask }]).at(15, 50);
    expect(masked({ opacity: 0.4 })).toEqual([102, 0, 0, 255]);
    expect(masked({ opacity: 0 })).toEqual(BLACK);
    expect(masked({ x: 500, y: 0, width: 10, height: 10 })).toEqual(BLACK);
    expect(masked({ x_scale: [{ time: 0, value: 0 }, { time: 1, value: 1 }] })).toEqual(BLACK);
  });

  it('that is not visible masks nothing', () => {
    expect(drawSquare([{ id: 'shown', track: 1 }, { id: 'mask', track: 2, mask_mode: 'alpha', visible: false }]).at(85, 50)).toEqual(RED);
  });

  it('can be masked itself', () => {
    const { at } = drawSquare([{ id: 'shown', track: 1 }, { id: 'mask', track: 2, mask_mode: 'alpha' }, { id: 'second', track: 3, mask_mode: 'alpha', x: 50, y: 0, width: 100, height: 100 }]);
    // The first mask is opaque up to 70, the second from 50 to 120.
    expect([at(20, 50), at(60, 50), at(80, 50)]).toEqual([BLACK, RED, BLACK]);
  });

  it('lets as much through of two layers that cross as of one', () => {
    const elements = [
      { id: 'shown', track: 1, time: 0, duration: 1 },
      { id: 'back', track: 1, duration: 2, transition: { type: 'fade', duration: 1, easing: 'linear' } },
      { id: 'mask', track: 2, time: 0, duration: 2, mask_mode: 'luma' },
    ];
    // Half way from red to blue, through a grey of half the brightness, on black.
    expect(drawSquare(elements, 5).at(50, 50)).toEqual([63, 0, 64, 255]);
  });

  it('masks what is blended before it is blended', () => {
    const { at } = drawSquare([{ id: 'back', track: 1 }, { id: 'shown', track: 2, blend_mode: 'screen' }, { id: 'mask', track: 3, mask_mode: 'alpha' }]);
    expect([at(15, 50), at(85, 50)]).toEqual([[255, 0, 255, 255], BLUE]);
  });
});
