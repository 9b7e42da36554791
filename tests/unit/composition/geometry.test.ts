/** Boxes, anchors, fits and looks of one picture on a canvas of 1000 x 500, in tables of properties and integers. */
import { describe, expect, it } from 'vitest';
import { compositionOf, image, imageFacts, resolveWith, timelineOf } from '#tests/unit/composition/fixtures';

type Four = [x: number, y: number, width: number, height: number];

/** Box and crop of one picture of the given size on the canvas of 1000 x 500. */
function fit(properties: Record<string, unknown>, size: [width: number, height: number], canvas: Record<string, unknown> = {}): { box: Four; crop: Four } {
  const timeline = timelineOf(compositionOf([image(properties)], canvas), { image: imageFacts({ widthPx: size[0], heightPx: size[1] }) });
  const [layer] = timeline.layers;
  if (layer?.type !== 'image') throw new Error('no layer');
  const toFour = ({ xPx, yPx, widthPx, heightPx }: typeof layer.box): Four => [xPx, yPx, widthPx, heightPx];
  return { box: toFour(layer.box), crop: toFour(layer.crop) };
}

const SQUARE: [number, number] = [100, 100];

describe('the box', () => {
  it.each<[string, Record<string, unknown>, Four]>([
    ['fills the canvas when nothing is said', {}, [0, 0, 1000, 500]],
    ['in pixels', { x: 10, y: 20, width: 300, height: 200 }, [10, 20, 300, 200]],
    ['in px strings', { x: '10px', y: '20 px', width: '300px', height: '200px' }, [10, 20, 300, 200]],
    ['in percent of the canvas, each of its own side', { x: '10%', y: '10%', width: '50%', height: '50%' }, [100, 50, 500, 250]],
    ['in vw and vh', { x: '10vh', y: '10vw', width: '50vh', height: '20vw' }, [50, 100, 250, 200]],
    ['in vmin and vmax', { x: '10vmin', y: '10vmax', width: '30vmin', height: '30vmax' }, [50, 100, 150, 300]],
    ['may be beyond the canvas', { x: -50, y: '90%', width: 100, height: 100 }, [-50, 450, 100, 100]],
    ['is centred where x and y are absent', { width: 301, height: 101 }, [349, 199, 301, 101]],
    ['is centred across where only x is absent', { y: 0, width: 300, height: 100 }, [350, 0, 300, 100]],
    ['takes its height from the picture', { x: 0, y: 0, width: '25%' }, [0, 0, 250, 250]],
    ['takes its width from the picture', { x: 0, y: 0, height: '25%' }, [0, 0, 125, 125]],
    ['is rounded to whole pixels', { x: 10.5, y: 10.4, width: 100.5, height: 99.4 }, [11, 10, 101, 99]],
    ['is at least a pixel', { x: 0, y: 0, width: 0.01, height: 0.01 }, [0, 0, 1, 1]],
  ])('%s', (_name, properties, box) => {
    expect(fit({ ...properties, fit_mode: 'fill' }, SQUARE).box).toEqual(box);
  });

  it.each<[string, Record<string, unknown>, [number, number]]>([
    ['is the top left corner by default', {}, [500, 250]],
    ['50% 50% is the middle', { x_anchor: '50%', y_anchor: '50%' }, [400, 225]],
    ['100% 100% is the bottom right corner', { x_anchor: '100%', y_anchor: '100%' }, [300, 200]],
    ['may be outside', { x_anchor: '-50%', y_anchor: '200%' }, [600, 150]],
    ['may be in pixels', { x_anchor: 20, y_anchor: '5px' }, [480, 245]],
  ])('anchor %s', (_name, anchors, [x, y]) => {
    expect(fit({ x: 500, y: 250, width: 200, height: 50, fit_mode: 'fill', ...anchors }, SQUARE).box).toEqual([x, y, 200, 50]);
  });

  it('an odd canvas grows by a pixel, and the element that fills it with it', () => {
    expect(fit({ fit_mode: 'fill' }, SQUARE, { width: 333, height: 217 }).box).toEqual([0, 0, 334, 218]);
  });
});

describe('fit_mode', () => {
  const frame = { x: 10, y: 20, width: 201, height: 101 };
  it.each<[string, [number, number], { box: Four; crop: Four }]>([
    ['fill', [301, 333], { box: [10, 20, 201, 101], crop: [0, 0, 301, 333] }],
    // scale 201/301: 101 of the box are 151.25 of the source, at floor((333 - 151) / 2).
    ['cover', [301, 333], { box: [10, 20, 201, 101], crop: [0, 91, 301, 151] }],
    // scale 101/333: 91.29 wide, at 10 + floor((201 - 91) / 2).
    ['contain', [301, 333], { box: [65, 20, 91, 101], crop: [0, 0, 301, 333] }],
    // Both cut to the smaller side, in the middle of each.
    ['none', [301, 333], { box: [10, 20, 201, 101], crop: [50, 116, 201, 101] }],
    ['none', [51, 333], { box: [85, 20, 51, 101], crop: [0, 116, 51, 101] }],
    ['none', [50, 40], { box: [85, 50, 50, 40], crop: [0, 0, 50, 40] }],
    ['cover', [50, 1], { box: [10, 20, 201, 101], crop: [24, 0, 2, 1] }],
    ['cover', [1, 1], { box: [10, 20, 201, 101], crop: [0, 0, 1, 1] }],
    ['contain', [10_000, 1], { box: [10, 70, 201, 1], crop: [0, 0, 10_000, 1] }],
    ['contain', [50, 40], { box: [47, 20, 126, 101], crop: [0, 0, 50, 40] }],
    ['auto', [301, 333], { box: [65, 20, 91, 101], crop: [0, 0, 301, 333] }],
  ])('%s of %j', (fitMode, size, expectedFit) => {
    expect(fit({ ...frame, fit_mode: fitMode }, size)).toEqual(expectedFit);
  });

  it.each<[string, Record<string, unknown>, Four]>([
    ['cover for an element without a box', {}, [0, 0, 1000, 500]],
    ['cover for an element without a box that is moved', { x: 30 }, [30, 0, 1000, 500]],
    ['cover for a box as large as the canvas', { width: '100%', height: '100%' }, [0, 0, 1000, 500]],
    ['contain for a smaller box', { x: 0, y: 0, width: 999, height: 500 }, [249, 0, 500, 500]],
  ])('auto is %s', (_name, properties, box) => {
    expect(fit(properties, SQUARE).box).toEqual(box);
  });

  it('a box that follows the aspect shows all of the picture, whatever the mode', () => {
    for (const fitMode of ['auto', 'contain', 'fill']) {
      expect(fit({ x: 0, y: 0, width: 100, fit_mode: fitMode }, [300, 199])).toEqual({ box: [0, 0, 100, 66], crop: [0, 0, 300, 199] });
    }
  });
});

describe('look', () => {
  const look = (properties: Record<string, unknown>) => {
    const { layers } = timelineOf(compositionOf([image(properties)]));
    return layers.map(({ rotationDegrees, opacity }) => [rotationDegrees, opacity]);
  };

  it.each([
    [undefined, 0],
    [90, 90],
    [-90, 270],
    [360, 0],
    [-720, 0],
    [450.5, 90.5],
  ])('rotation %s is %d degrees', (rotation, degrees) => {
    expect(look({ rotation })).toEqual([[degrees, 1]]);
  });

  it.each([
    [undefined, 1],
    [0.25, 0.25],
    ['50%', 0.5],
    [1, 1],
  ])('opacity %s is %d', (opacity, factor) => {
    expect(look({ opacity })).toEqual([[0, factor]]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['opacity 0', { opacity: 0 }],
    ['opacity 0%', { opacity: '0%' }],
    ['left of the canvas', { x: -100, width: 100, height: 100 }],
    ['right of the canvas', { x: '100%', width: 100, height: 100 }],
    ['above the canvas', { y: '-20%', width: 100, height: 100 }],
    ['below the canvas', { y: 500, width: 100, height: 100 }],
    ['beside the canvas though turned', { x: -150, y: 0, width: 100, height: 100, rotation: 45 }],
  ])('nothing is drawn at %s', (_name, properties) => {
    expect(look(properties)).toEqual([]);
  });

  it('a box that only its turn brings onto the canvas is drawn', () => {
    expect(look({ x: -105, y: 200, width: 100, height: 100, rotation: 45 })).toEqual([[45, 1]]);
  });

  it('a box that follows a thin picture beyond what can be drawn is refused by its size', () => {
    const result = resolveWith(compositionOf([image({ id: 'thin', x: 0, y: 0, height: '100%' })]), { image: imageFacts({ widthPx: 10_000, heightPx: 10 }) });
    expect(result.ok ? [] : result.problems).toEqual([
      {
        code: 'OUTPUT_TOO_COMPLEX',
        elementId: 'thin',
        elementIndex: 0,
        message: 'Element "thin" would be drawn 500000 x 500 pixels large; at most 16384 on a side are allowed',
        details: { width: 500_000, height: 500, side_max: 16_384 },
      },
    ]);
  });
});
