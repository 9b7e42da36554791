/** Looks as the resolver makes them: defaults, units, colours, and null where nothing is changed. */
import { describe, expect, it } from 'vitest';
import { PLAIN_LOOK, type Look } from '#lib/composition/look';
import { compositionOf, image, timelineOf, video } from '#tests/unit/composition/fixtures';

/** On a canvas of 1000 x 500, of an element of 200 x 100. */
function lookOf(properties: Record<string, unknown>): Look | null {
  const { layers } = timelineOf(compositionOf([{ ...image(), track: 1 }, { ...image({ width: 200, height: 100, fit_mode: 'fill' }), track: 2, ...properties }]));
  const layer = layers.at(-1);
  if (layer?.track !== 2) throw new Error('the element is not seen');
  return layer.look;
}

describe('a look', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['place and fit', { x: 10, rotation: 45, opacity: 0.5, fit_mode: 'cover', x_alignment: 0, crop: { x: '10%' }, x_scale: 2 }],
    ['defaults said aloud', { border_radius: 0, blur_radius: 0, blend_mode: 'normal', visible: true, name: 'Logo' }],
    ['filters that change nothing', { color_filter: 'saturate', color_filter_value: 1 }],
    ['shares of nothing', { color_filter: 'sepia', color_filter_value: '0%' }],
    ['a blur that moves', { blur_radius: [{ time: 0, value: 5 }, { time: 1, value: 0 }] }],
  ])('is null for %s', (_name, properties) => {
    expect(lookOf(properties)).toBeNull();
  });

  it.each<[string, Record<string, unknown>, Partial<Look>]>([
    ['flips', { flip: 'both' }, { flipX: true, flipY: true }],
    ['a radius of the smaller side', { border_radius: '50%' }, { borderRadiusPx: 50 }],
    ['a radius of the canvas', { border_radius: '10vmin' }, { borderRadiusPx: 50 }],
    ['a stroke with its default', { stroke_color: '#F80' }, { stroke: { color: '#ff8800', widthPx: 2 } }],
    ['a stroke of the canvas', { stroke_color: '#FF880080', stroke_width: '1%' }, { stroke: { color: '#ff880080', widthPx: 5 } }],
    ['a shadow with its defaults', { shadow_color: '#000' }, { shadow: { color: '#000000', blurPx: 10, xPx: 0, yPx: 0 } }],
    ['a shadow', { shadow_color: '#000', shadow_blur: 0, shadow_x: -5, shadow_y: '2%' }, { shadow: { color: '#000000', blurPx: 0, xPx: -5, yPx: 10 } }],
    ['a blur', { blur_radius: '2vmin' }, { blurRadiusPx: 10 }],
    ['a blur as far as there is one', { blur_radius: 5000 }, { blurRadiusPx: 500 }],
    ['a filter with its default factor', { color_filter: 'brighten' }, { colorFilter: { name: 'brighten', value: 1.5 } }],
    ['a filter with its default share', { color_filter: 'invert' }, { colorFilter: { name: 'invert', value: 1 } }],
    ['a filter', { color_filter: 'contrast', color_filter_value: '80%' }, { colorFilter: { name: 'contrast', value: 0.8 } }],
    ['an overlay', { color_overlay: '#0040FF40' }, { colorOverlay: '#0040ff40' }],
    ['a blend mode', { blend_mode: 'multiply' }, { blendMode: 'multiply' }],
    ['a mask and the track it masks', { mask_mode: 'luma' }, { maskMode: 'luma', maskedTrack: 1 }],
    ['a chroma key with its defaults', { chroma_key: { color: '#0F0' } }, { chromaKey: { color: '#00ff00', similarity: 0.15, smoothness: 0.05 } }],
    ['a chroma key', { chroma_key: { color: '#0F0', similarity: '20%', smoothness: 0 } }, { chromaKey: { color: '#00ff00', similarity: 0.2, smoothness: 0 } }],
  ])('%s', (_name, properties, expected) => {
    expect(lookOf(properties)).toEqual({ ...PLAIN_LOOK, ...expected });
  });
});

describe('an element that is not visible', () => {
  it('shows nothing, and keeps its place in time and its sound', () => {
    const { layers, sounds, frameCount } = timelineOf(compositionOf([video({ visible: false, duration: 3 })]));
    expect([layers.length, sounds.length, frameCount]).toEqual([0, 1, 30]);
  });
});

describe('a layer outside the canvas', () => {
  it.each<[string, Record<string, unknown>, number]>([
    ['is left out', {}, 0],
    ['is there when its shadow reaches in', { shadow_color: '#000', shadow_x: 60 }, 1],
    ['is there when its blur reaches in', { blur_radius: 20 }, 1],
    ['is there when its stroke reaches in', { stroke_color: '#000', stroke_width: 110 }, 1],
  ])('%s', (_name, properties, count) => {
    expect(timelineOf(compositionOf([image({ x: -250, y: 0, width: 200, height: 100, fit_mode: 'fill', ...properties })])).layers).toHaveLength(count);
  });
});
