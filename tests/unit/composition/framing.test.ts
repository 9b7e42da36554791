/** Aspect ratio, alignment, crop and scale of one picture on a canvas of 1000 x 500, in tables of properties and integers. */
import { describe, expect, it } from 'vitest';
import { itemAt } from '#lib/composition/frame-at';
import type { Box, PictureLayer } from '#lib/composition/timeline';
import { compositionOf, image, imageFacts, resolveWith, timelineOf } from '#tests/unit/composition/fixtures';

type Four = [x: number, y: number, width: number, height: number];

const toFour = ({ xPx, yPx, widthPx, heightPx }: Box): Four => [xPx, yPx, widthPx, heightPx];

function layerOf(properties: Record<string, unknown>, size: [width: number, height: number] = [400, 200]): PictureLayer {
  const { layers: [layer] } = timelineOf(compositionOf([image(properties)]), { image: imageFacts({ widthPx: size[0], heightPx: size[1] }) });
  if (layer?.type !== 'image') throw new Error('no image');
  return layer;
}

describe('aspect_ratio', () => {
  it.each<[string, Record<string, unknown>, Four]>([
    ['gives the height of a width', { x: 0, y: 0, width: 320, aspect_ratio: '16:9' }, [0, 0, 320, 180]],
    ['gives the width of a height', { x: 0, y: 0, height: 200, aspect_ratio: 1.5 }, [0, 0, 300, 200]],
    ['with neither is the largest in the canvas, in its middle', { aspect_ratio: '1:1' }, [250, 0, 500, 500]],
    ['wider than the canvas is as wide as it', { aspect_ratio: '4 : 1' }, [0, 125, 1000, 250]],
    ['counts for the anchor', { x: 500, y: 250, x_anchor: '50%', y_anchor: '100%', width: 100, aspect_ratio: '1:2' }, [450, 50, 100, 200]],
  ])('%s', (_name, properties, box) => {
    expect(toFour(layerOf({ ...properties, fit_mode: 'cover' }).box)).toEqual(box);
  });

  it('is kept while keyframes change the width', () => {
    const layer = layerOf({ x: 0, y: 0, width: [{ time: 0, value: 100 }, { time: 1, value: 300 }], aspect_ratio: '2:1', fit_mode: 'fill' });
    const boxAt = (frame: number) => toFour(itemAt(layer, frame, { numerator: 10, denominator: 1 })?.box ?? layer.box);
    expect([boxAt(0), boxAt(5), boxAt(10)]).toEqual([[0, 0, 100, 50], [0, 0, 200, 100], [0, 0, 300, 150]]);
  });
});

describe('alignment', () => {
  const square = { x: 100, y: 100, width: 200, height: 200 };

  it.each<[string, Record<string, unknown>, Four, Four]>([
    ['keeps the middle by default', { fit_mode: 'cover' }, [100, 100, 200, 200], [100, 0, 200, 200]],
    ['keeps the left of what is cut', { fit_mode: 'cover', x_alignment: 0 }, [100, 100, 200, 200], [0, 0, 200, 200]],
    ['keeps the right', { fit_mode: 'cover', x_alignment: '100%' }, [100, 100, 200, 200], [200, 0, 200, 200]],
    ['keeps what is between', { fit_mode: 'cover', x_alignment: 0.25 }, [100, 100, 200, 200], [50, 0, 200, 200]],
    ['down means nothing to what is cut across', { fit_mode: 'cover', y_alignment: '100%' }, [100, 100, 200, 200], [100, 0, 200, 200]],
    ['puts a contained picture at the top', { fit_mode: 'contain', y_alignment: '0%' }, [100, 100, 200, 100], [0, 0, 400, 200]],
    ['puts it at the bottom', { fit_mode: 'contain', y_alignment: 1 }, [100, 200, 200, 100], [0, 0, 400, 200]],
    ['of none chooses the cut across and the place down', { fit_mode: 'none', height: 300, x_alignment: '100%', y_alignment: '100%' }, [100, 200, 200, 200], [200, 0, 200, 200]],
    ['means nothing to what fills', { fit_mode: 'fill', x_alignment: 0, y_alignment: 0 }, [100, 100, 200, 200], [0, 0, 400, 200]],
  ])('%s', (_name, properties, box, crop) => {
    const layer = layerOf({ ...square, ...properties });
    expect([toFour(layer.box), toFour(layer.crop)]).toEqual([box, crop]);
  });

  it('holds while the box changes', () => {
    const layer = layerOf({ ...square, height: [{ time: 0, value: 200 }, { time: 1, value: 400 }], fit_mode: 'contain', y_alignment: '100%' });
    expect(toFour(itemAt(layer, 10, { numerator: 10, denominator: 1 })?.box ?? layer.box)).toEqual([100, 400, 200, 100]);
  });
});

describe('crop', () => {
  it.each<[string, Record<string, unknown>, Four]>([
    ['in percent of the source', { x: '25%', y: '50%', width: '50%', height: '25%' }, [100, 100, 200, 50]],
    ['in pixels', { x: 10, y: '20px', width: 30, height: 40 }, [10, 20, 30, 40]],
    ['reaches to the edges where nothing is said', { x: '50%' }, [200, 0, 200, 200]],
    ['is cut at the edges', { x: 300, width: 500, height: 900 }, [300, 0, 100, 200]],
    ['is at least a pixel', { x: '99.99%', width: '0.001%' }, [399, 0, 1, 200]],
  ])('%s', (_name, crop, expected) => {
    expect(toFour(layerOf({ crop, fit_mode: 'fill' }).crop)).toEqual(expected);
  });

  it('is fitted and aligned as if the rest of the picture were not there', () => {
    const layer = layerOf({ x: 0, y: 0, width: 100, height: 100, crop: { x: 100, y: 100, width: 200, height: 100 }, fit_mode: 'cover', x_alignment: '100%' });
    expect(toFour(layer.crop)).toEqual([200, 100, 100, 100]);
    expect(toFour(layerOf({ x: 0, y: 0, width: 100, crop: { width: '50%' } }).box)).toEqual([0, 0, 100, 100]);
  });

  it('that begins beyond the edge of the source is a problem by name', () => {
    const result = resolveWith(compositionOf([image({ id: 'photo', crop: { y: 200 } })]), { image: imageFacts({ widthPx: 400, heightPx: 200 }) });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'CROP_OUT_OF_RANGE', elementId: 'photo', message: 'Element "photo" has a crop that begins beyond the bottom edge of its source, which is 400 x 200 pixels large' }],
    });
  });
});

describe('scale', () => {
  it.each<[string, Record<string, unknown>, Four]>([
    ['is about the centre of the picture', { x_scale: 2, y_scale: '50%' }, [-100, 125, 400, 50]],
    ['is rounded to whole pixels', { x_scale: 1.015, y_scale: 1 }, [-2, 100, 203, 100]],
    ['is at least a pixel', { x_scale: 0.0001 }, [99, 100, 1, 100]],
  ])('of a bare picture %s and needs no motion', (_name, scale, box) => {
    const layer = layerOf({ x: 0, y: 100, width: 200, height: 100, fit_mode: 'fill', ...scale });
    expect([toFour(layer.box), layer.motion, layer.look]).toEqual([box, null, null]);
  });

  it('of a picture with a look stretches the look as well', () => {
    const layer = layerOf({ x: 0, y: 100, width: 200, height: 100, x_scale: 2, border_radius: 10 });
    const item = itemAt(layer, 0, { numerator: 10, denominator: 1 });
    expect([toFour(layer.box), item?.scaleX, item?.scaleY]).toEqual([[0, 100, 200, 100], 2, 1]);
  });

  it('of nothing leaves nothing', () => {
    expect(timelineOf(compositionOf([image({ x_scale: 0 })])).layers).toEqual([]);
  });
});
