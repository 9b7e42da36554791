/** Which engine each visual property takes: of an image that stands still, of an image over a video, and of a video. */
import { describe, expect, it } from 'vitest';
import { cutSegments } from '#lib/composition/segments';
import type { Layer } from '#lib/composition/timeline';
import { compositionOf, image, timelineOf, video } from '#tests/unit/composition/fixtures';
import { chooseEngine } from '#worker/render/choose-engine';
import { cutParts } from '#worker/render/span-parts';

const box = { id: 'look', x: 100, y: 100, width: 300, height: 200, duration: 2 };

function enginesOf(elements: unknown[]): string[] {
  const canvas = timelineOf(compositionOf(elements));
  const isOpaque = ({ type }: Layer): boolean => type !== 'text';
  return cutSegments(canvas, isOpaque).map((segment) => {
    const { engine, reason } = chooseEngine(segment, cutParts(segment, { canvas, isOpaque }), canvas);
    return `${engine}: ${reason}`;
  });
}

const still = (look: Record<string, unknown>) => enginesOf([image({ id: 'below', track: 1, duration: 2 }), image({ ...box, track: 2, ...look })]);
const overVideo = (look: Record<string, unknown>) => enginesOf([video({ id: 'clip', track: 1, duration: 2 }), image({ ...box, track: 2, ...look })]);
const ofVideo = (look: Record<string, unknown>) => enginesOf([image({ id: 'below', track: 1, duration: 2 }), video({ ...box, track: 2, ...look })]);

describe('the engines of a look', () => {
  it.each<[string, Record<string, unknown>]>([
    ['alignment', { fit_mode: 'cover', x_alignment: 0 }],
    ['crop', { crop: { x: '50%' } }],
    ['aspect ratio', { height: undefined, aspect_ratio: '1:1' }],
    ['scale', { x_scale: 1.234, y_scale: '50%' }],
    ['flip', { flip: 'both' }],
    ['all of them', { fit_mode: 'cover', y_alignment: 1, crop: { x: '50%' }, x_scale: 2, flip: 'horizontal' }],
  ])('%s: none but those of a bare picture', (_name, look) => {
    expect([still(look), overVideo(look), ofVideo(look)]).toEqual([['still: nothing moves'], ['graph: moving: clip'], ['graph: moving: look']]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['border_radius', { border_radius: 20 }],
    ['stroke', { stroke_color: '#fff' }],
    ['shadow', { shadow_color: '#000' }],
    ['blur_radius', { blur_radius: 8 }],
    ['color_filter', { color_filter: 'sepia' }],
    ['color_overlay', { color_overlay: '#ff000080' }],
    ['chroma_key', { chroma_key: { color: '#00ff00' } }],
  ])('%s: drawn once, and frame by frame of a video, laid on', (_name, look) => {
    expect([still(look), overVideo(look), ofVideo(look)]).toEqual([
      ['still: nothing moves; drawn once: look'],
      ['graph: moving: clip; drawn once: look'],
      ['overlay: look of a video: look'],
    ]);
  });

  it('blend_mode: drawn with what it is blended with', () => {
    const look = { blend_mode: 'multiply' };
    expect([still(look), overVideo(look), ofVideo(look)]).toEqual([
      ['still: nothing moves; drawn once: look'],
      ['canvas: blended with what moves: look'],
      ['canvas: look of a video: look; blended with what moves: look'],
    ]);
  });

  it('mask_mode: drawn with what it masks', () => {
    const look = { mask_mode: 'alpha' };
    expect([still(look), overVideo(look), ofVideo(look)]).toEqual([
      ['still: nothing moves; drawn once: look'],
      ['canvas: masks what moves: look'],
      ['canvas: look of a video: look; masks what moves: look'],
    ]);
  });

  it('a mask and what it masks, both standing below a video, are drawn once', () => {
    const elements = [image({ id: 'shown', track: 1, duration: 2 }), image({ ...box, track: 2, mask_mode: 'luma' }), video({ id: 'clip', track: 3, x: 0, y: 0, width: 50, height: 50, duration: 2 })];
    expect(enginesOf(elements)).toEqual(['graph: moving: clip; drawn once: look']);
  });

  it('a picture that is only flipped hides what is behind it', () => {
    expect(enginesOf([video({ id: 'clip', track: 1, duration: 2 }), image({ track: 2, flip: 'horizontal', duration: 2 })])).toEqual(['still: nothing moves']);
  });
});
